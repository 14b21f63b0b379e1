// Writes what the reference computes for the pictures of `pictures.rs`: see README.md beside it.

#include <pdq/cpp/common/pdqhashtypes.h>
#include <pdq/cpp/hashing/pdqhashing.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace facebook::pdq::hashing;

static uint64_t mix(uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdULL;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53ULL;
  return x ^ (x >> 33);
}

static uint8_t value(uint64_t x, uint64_t y, uint64_t c, uint64_t w, uint64_t h, uint64_t seed) {
  uint64_t sum = 0;
  for (uint64_t k = 0; k < 4; k++) {
    uint64_t r = mix(seed * 64 + c * 8 + k);
    uint64_t t = x * (r % 7) * 256 / w + y * ((r >> 8) % 7) * 256 / h + ((r >> 16) % 512);
    t %= 512;
    sum += t < 256 ? t : 511 - t;
  }
  uint64_t noise = mix((seed << 48) ^ (c << 40) ^ (y << 20) ^ x) % 32;
  uint64_t both = sum / 4 + noise;
  return both > 255 ? 255 : (uint8_t)both;
}

int main() {
  const int sides[][2] = {{5, 5}, {5, 300}, {300, 5}, {7, 6}, {16, 16}, {17, 33}, {63, 65},
      {64, 64}, {65, 64}, {100, 80}, {127, 128}, {128, 129}, {129, 130}, {200, 333}, {255, 257},
      {256, 385}, {512, 512}, {513, 511}, {640, 480}, {700, 500}, {1000, 37}, {1291, 1023}};
  for (auto& side : sides) {
    for (int channels = 1; channels <= 3; channels += 2) {
      for (uint64_t seed = 1; seed <= 2; seed++) {
        int w = side[0], h = side[1];
        std::vector<uint8_t> pixels;
        for (int y = 0; y < h; y++)
          for (int x = 0; x < w; x++)
            for (int c = 0; c < channels; c++) pixels.push_back(value(x, y, c, w, h, seed));
        std::vector<float> one(w * h), two(w * h);
        auto luma = [&] {
          if (channels == 1)
            fillFloatLumaFromGrey(pixels.data(), h, w, w, 1, one.data());
          else
            fillFloatLumaFromRGB(
                pixels.data(), pixels.data() + 1, pixels.data() + 2, h, w, 3 * w, 3, one.data());
        };
        float a[64][64], b[16][64], c[16][16], d[16][16];
        Hash256 hash, all[8];
        int quality = 0, same = 0;
        luma();
        pdqHash256FromFloatLuma(one.data(), two.data(), h, w, a, b, c, hash, quality);
        uint64_t sum = 0;
        for (auto& row : c)
          for (float f : row) {
            uint32_t bits;
            std::memcpy(&bits, &f, 4);
            sum = mix(sum ^ bits);
          }
        luma();
        pdqDihedralHash256esFromFloatLuma(one.data(), two.data(), h, w, a, b, c, d, &all[0], &all[1],
            &all[2], &all[3], &all[4], &all[5], &all[6], &all[7], same);
        std::printf("%d %d %d %d %d %016llx %s", w, h, channels, (int)seed, quality,
            (unsigned long long)sum, hash.format().c_str());
        for (int k = 1; k < 8; k++) std::printf(" %s", all[k].format().c_str());
        std::printf("\n");
      }
    }
  }
}
