#include "ast/dump_writer.h"

namespace migc::ast {

std::string Escaped(std::string_view text, char quote) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (quote != 0 && c == quote) {
      result += c;
      result += c;
    } else if (c == '\\') {
      result += "\\\\";
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\x{:02x}", byte);
    } else {
      result += c;
    }
  }
  return result;
}

std::string ShowString(std::string_view text) { return "'" + Escaped(text, '\'') + "'"; }
std::string ShowRaw(std::string_view text) { return "$$" + Escaped(text, 0) + "$$"; }
std::string Show(const Ident& ident) { return ident.quoted ? "\"" + Escaped(ident.text, '"') + "\"" : ident.text; }
std::string Show(const String& string) { return ShowString(string.text); }
std::string Show(const RawText& raw) { return ShowRaw(raw.text); }

std::string Show(const Name& name) {
  std::string result;
  for (const Ident& part : name.parts) {
    if (!result.empty()) result += '.';
    result += Show(part);
  }
  return result;
}

std::string Show(const std::vector<Ident>& idents) {
  std::string result;
  for (const Ident& ident : idents) {
    if (!result.empty()) result += ", ";
    result += Show(ident);
  }
  return result;
}

std::string Flag(bool set, std::string_view word) { return set ? " " + std::string(word) : std::string(); }

void Write(Writer& writer, const DialectText& text) {
  writer.Line((text.dialects.empty() ? "text " : "text for " + Show(text.dialects) + " ") +
              (text.raw ? ShowRaw(text.text) : ShowString(text.text)));
}

void Write(Writer& writer, const WithOption& option) { writer.Line("with " + Show(option.dialects) + " " + Show(option.text)); }

void Write(Writer& writer, const Option& option) {
  writer.Line("option " + option.key + (option.value.empty() ? "" : " " + option.value));
}

}  // namespace migc::ast
