#include "lower/literals.h"

#include <algorithm>
#include <chrono>

namespace migc::lower {
namespace {

bool AreDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The number that stands in `length` digits at `begin`, or -1.
int Digits(std::string_view text, std::size_t begin, std::size_t length) {
  const std::string_view part = text.substr(begin, length);
  if (part.size() != length || !AreDigits(part)) return -1;
  int value = 0;
  for (const char c : part) value = value * 10 + (c - '0');
  return value;
}

bool IsWithin(int value, int most) { return value >= 0 && value <= most; }

}  // namespace

bool IsDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = Digits(text, 0, 4);
  const int month = Digits(text, 5, 2);
  const int day = Digits(text, 8, 2);
  if (year < 1 || month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool IsTimestamp(std::string_view text) {
  constexpr std::size_t kWhole = 19;
  if (text.size() < kWhole || !IsDate(text.substr(0, 10)) || text[10] != ' ' || text[13] != ':' || text[16] != ':') return false;
  if (!IsWithin(Digits(text, 11, 2), 23) || !IsWithin(Digits(text, 14, 2), 59) || !IsWithin(Digits(text, 17, 2), 59)) return false;
  const std::string_view rest = text.substr(kWhole);
  return rest.empty() || (rest[0] == '.' && rest.size() <= 7 && AreDigits(rest.substr(1)));
}

}  // namespace migc::lower
