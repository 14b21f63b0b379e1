// A survey as a person fills it in: only buttons and links, no scripts.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { follow, read, visitor } from '../visitor.mjs';

describe('the French survey without scripts', () => {
  it('leads from the list of languages to the thanks', { timeout: 60_000 }, async () => {
    const { context, page } = await visitor({ locale: 'fr-FR' });
    const person = new Person(page);
    const requests = [];
    const shown = [];
    context.on('request', (request) => requests.push(request));
    page.on('framenavigated', (frame) => shown.push(frame.url()));
    await page.goto('/');
    await page.getByRole('link', { name: 'Français' }).click();
    await person.sees('Vous pouvez entrer sans donner de nom');
    await person.presses('Il s’agit de moi');
    await person.sees('Votre âge');
    await person.presses('J’ai 18 ans ou plus');
    await person.sees('Avant de commencer');
    for (const title of ['Ce qui est conservé', 'Ce qui n’est pas conservé']) {
      assert.ok(await page.getByRole('heading', { name: title }).isVisible());
    }
    assert.ok(await page.getByRole('heading', { name: /en danger/ }).isVisible());
    await person.presses('Ce qui pourrait vous aider');

    await person.sees('Ce que vous souhaitez', 1);
    await person.choosesIn(/Aimeriez-vous arrêter/, 'Oui');
    await person.presses('Suite');
    await person.sees('Ce que vous avez essayé', 2);
    await person.choosesIn(/déjà essayé d’arrêter/, 'Oui, plusieurs fois');
    await person.choosesIn(/cherché de l’aide/, 'Non, je n’ai jamais cherché d’aide');
    await person.presses('Suite');
    await person.sees('Ce qui a aidé, ce qui a fait obstacle', 3);
    await person.choosesIn(/Pour quelles raisons/, 'J’avais peur qu’on me juge');
    await person.choosesIn(/Pour quelles raisons/, 'J’avais peur qu’on me dénonce');
    await person.presses('Suite');
    await person.sees('La première fois', 4);
    await person.choosesIn(/Quel âge aviez-vous/, 'De 13 à 17 ans');
    await person.presses('Suite');
    await person.sees('À quelle fréquence, depuis quand', 5);
    await page.getByRole('textbox', { name: /combien de jours/ }).fill('4');
    await person.presses('Suite');

    await person.sees('Comment vous allez', 6);
    await person.choosesIn(/vous pèse/, '8');
    await person.choosesIn(/vous faire du mal/, 'Souvent');
    await person.presses('Suite');
    await person.sees('Vous n’avez pas à porter cela sans aide');
    await offersHelp(page);
    await person.presses('Continuer le questionnaire');

    await person.sees('L’idée d’un contact', 7);
    await person.choosesIn(/pensé à entrer en contact/, 'Parfois');
    await person.presses('Suite');
    await person.sees('Encore une question à ce sujet', 8);
    await person.choosesIn(/essayé d’entrer en contact/, 'Une fois');
    await person.presses('Suite');
    await person.sees('Pour cela aussi, il existe de l’aide');
    await person.presses('Continuer le questionnaire');

    await person.sees('Pour finir', 9);
    await person.choosesIn(/Qu’est-ce qui vous aiderait/, 'De l’aide dans ma langue');
    await page.getByRole('textbox', { name: /Avec vos mots/ }).fill('Parler à quelqu’un, le soir.');
    await person.choosesIn(/sincères/, 'Oui');
    await person.presses('Terminer');
    await person.sees('Merci');
    assert.equal(await page.locator('form').count(), 0, 'nothing more is asked');
    assert.equal(requests.length, shown.length, 'one request a page');
    assert.deepEqual(await context.cookies(), []);
    await context.close();
  });

  it('passes over the care pages and the second contact question where nothing calls for them',
    async () => {
      const { context, page } = await visitor();
      const person = new Person(page);
      await page.goto('/fr/');
      for (const go of ['Il s’agit de moi', 'J’ai 18 ans ou plus', 'Ce qui pourrait vous aider']) {
        await person.presses(go);
      }
      // Nobody who answers nothing is asked what depends on an answer.
      for (const at of [1, 2, 4, 5]) {
        await person.sees(/./, at);
        await person.presses('Suite');
      }
      await person.choosesIn(/vous faire du mal/, 'Jamais');
      await person.presses('Suite');
      await person.sees('L’idée d’un contact', 7);
      await person.choosesIn(/pensé à entrer en contact/, 'Jamais');
      await person.presses('Suite');
      await person.sees('Pour finir', 9);
      await context.close();
    });

  it('offers a Back button wherever there is a page before, and only there', async () => {
    const { context, page } = await visitor();
    const person = new Person(page);
    await page.goto('/fr/');
    for (const go of ['Il s’agit de moi', 'J’ai 18 ans ou plus', 'Ce qui pourrait vous aider']) {
      await person.presses(go);
    }
    const back = page.getByRole('button', { name: 'Retour', exact: true });
    assert.equal(await back.count(), 0);
    await person.presses('Suite');
    assert.ok(await back.isVisible());
    await person.presses('Retour');
    await person.sees('Ce que vous souhaitez', 1);
    await context.close();
  });
});

describe('someone under 18', () => {
  for (const [language, me, under] of [
    ['fr', 'Il s’agit de moi', 'J’ai moins de 18 ans'],
    ['en', 'It is about me', 'I am under 18'],
  ]) {
    it(`finds help and no survey (${language})`, async () => {
      const { context, page } = await visitor();
      const person = new Person(page);
      await page.goto(`/${language}/`);
      await person.presses(me);
      await person.presses(under);
      assert.equal(await page.locator('form, button').count(), 0, 'no way into a survey');
      assert.ok((await page.locator('main a[href^="tel:"]').count()) > 0, 'a line to call');
      assert.ok(await page.locator('main .lines').first().isVisible());
      await context.close();
    });
  }
});

class Person {
  constructor(page) {
    this.page = page;
  }

  async presses(name) {
    const button = this.page.getByRole('main').getByRole('button', { name });
    await follow(this.page, () => button.click());
  }

  /** A page with this heading, and its place in the survey. */
  async sees(heading, at) {
    const title = this.page.getByRole('heading', { level: 1, name: heading });
    await title.waitFor({ timeout: 5_000 });
    assert.ok(await title.isVisible());
    if (!at) return;
    assert.match(read(await this.page.locator('#progress').innerText()), RegExp(`^Page ${at} sur 9`));
  }

  async choosesIn(question, option) {
    const group = this.page.getByRole('group', { name: question });
    await group.getByLabel(option, { exact: true }).check();
  }
}

/** Lines to call stand on the page, before the button that goes on. */
async function offersHelp(page) {
  const lines = page.locator('main .lines li');
  assert.ok((await lines.count()) >= 2);
  assert.ok(await lines.first().isVisible());
  const phone = page.locator('main .lines a[href^="tel:3114"]');
  assert.ok(await phone.isVisible(), 'the French crisis line can be called');
  const button = await page.getByRole('button', { name: 'Continuer le questionnaire' }).boundingBox();
  assert.ok((await phone.boundingBox()).y < button.y, 'help stands before the way on');
}
