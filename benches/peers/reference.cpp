// Times the reference of PDQ, compiled from its own sources, on grey pictures that are in memory:
// reference FILE COUNT SIDE SECONDS. Prints one JSON object with hashes, qualities and the rate.

#include <pdq/cpp/common/pdqhashtypes.h>
#include <pdq/cpp/hashing/pdqhashing.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace facebook::pdq::hashing;

struct Print {
  Hash256 hash;
  int quality = 0;
};

// Values between the two buffers. Without them both begin at the same place of a page, each store to one
// holds up loads from the other, and the reference takes three times as long as it needs.
static const size_t APART = 1040;

static Print print_of(uint8_t* grey, int side, float* one, float* two) {
  float a[64][64], b[16][64], c[16][16];
  Print print;
  fillFloatLumaFromGrey(grey, side, side, side, 1, one);
  pdqHash256FromFloatLuma(one, two, side, side, a, b, c, print.hash, print.quality);
  return print;
}

int main(int count_of_words, char** words) {
  if (count_of_words != 5) return 2;
  const int count = std::atoi(words[2]), side = std::atoi(words[3]);
  const double seconds = std::atof(words[4]);
  const size_t each = (size_t)side * side;
  std::vector<uint8_t> all(count * each);
  FILE* file = std::fopen(words[1], "rb");
  if (!file || std::fread(all.data(), 1, all.size(), file) != all.size()) return 2;
  std::fclose(file);

  std::vector<float> buffers(2 * each + APART);
  float *one = buffers.data(), *two = one + each + APART;
  std::string hashes;
  for (int at = 0; at < count; at++) {
    Print print = print_of(all.data() + at * each, side, one, two);
    if (at) hashes += ", ";
    hashes += "\"" + print.hash.format() + " " + std::to_string(print.quality) + "\"";
  }
  using clock = std::chrono::steady_clock;
  auto passed = [begun = clock::now()] {
    return std::chrono::duration<double>(clock::now() - begun).count();
  };
  long done = 0;
  int sum = 0;
  while (passed() < seconds) {
    for (int at = 0; at < count; at++) {
      sum += print_of(all.data() + at * each, side, one, two).quality;
    }
    done += count;
  }
  // The sum keeps a compiler from leaving the work out.
  std::printf("{\"rate\": %f, \"sum\": %d, \"hashes\": [%s]}\n", done / passed(), sum, hashes.c_str());
}
