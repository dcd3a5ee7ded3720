// Width: how a terminal shows text: columns per character, tabs, and characters that must not reach it as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace migc::diag {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;  // that it takes in the text; 1 for a byte that is not UTF-8
};

// The first code point of text that is not empty; U+FFFD for a byte that is not UTF-8.
CodePoint Decode(std::string_view text);

// The columns that a terminal gives it: 0, 1 or 2.
int WidthOf(char32_t value);

// What is shown in its place: control characters would move the cursor or change the terminal, and bidirectional overrides would
// show text in another order than the compiler reads it.
char32_t Harmless(char32_t value);
void AppendUtf8(std::string& out, char32_t value);

// A message as it may reach a terminal: one line, nothing but harmless characters.
std::string HarmlessText(std::string_view text);

// Text that is laid out from column `column` (from 0): tabs become blanks, the rest is harmless. `column` moves on.
std::string LayOut(std::string_view text, std::size_t& column);

inline constexpr std::size_t kTabWidth = 4;

}  // namespace migc::diag
