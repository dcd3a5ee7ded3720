#include "migc/cache/entry.h"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "migc/base/check.h"

namespace migc::cache {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFirstLine = "migc cache 1\n";
// Before the parts in CBOR stands how many bytes they have; after them, the texts, whose sizes are among the parts.
constexpr std::size_t kSizeDigits = 10;
constexpr std::size_t kMacBytes = crypto_generichash_BYTES;

std::string Mac(std::string_view bytes, std::string_view key) {
  CHECK(key.size() == kKeyBytes);
  std::string mac(kMacBytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(mac.data()), mac.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return mac;
}

// These throw Json::exception where the value is of another shape.
Asked AskedOf(const Json& value) {
  return {value.at(0).get<Question>(), value.at(1).get<std::string>(), value.at(2).get<std::uint64_t>(),
          value.at(3).get<std::string>()};
}

// The next `size` bytes.
std::optional<std::string> Taken(std::string_view& text, const Json& size) {
  const auto wanted = size.get<std::uint64_t>();
  if (wanted > text.size()) return std::nullopt;
  std::string taken(text.substr(0, wanted));
  text.remove_prefix(wanted);
  return taken;
}

std::optional<Entry> ParseParts(const Json& parts, std::string_view texts) {
  Entry entry;
  entry.run = parts.at(0).get<std::string>();
  for (const Json& each : parts.at(1)) {
    entry.asked.push_back(AskedOf(each));
    if (entry.asked.back().question > Question::kRealPath) return std::nullopt;
  }
  for (const Json& each : parts.at(2)) {
    Wrote wrote{each.at(0).get<std::string>(), std::nullopt};
    if (!each.at(1).is_null()) {
      wrote.text = Taken(texts, each.at(1));
      if (!wrote.text) return std::nullopt;
    }
    entry.wrote.push_back(std::move(wrote));
  }
  auto out = Taken(texts, parts.at(3));
  auto err = Taken(texts, parts.at(4));
  if (!out || !err || !texts.empty()) return std::nullopt;
  entry.out = *std::move(out);
  entry.err = *std::move(err);
  return entry;
}

}  // namespace

std::string EntryText(const Entry& entry, std::string_view key) {
  Json asked = Json::array();
  for (const auto& each : entry.asked) asked.push_back(Json::array({each.question, each.path, each.max_bytes, each.answer}));
  Json wrote = Json::array();
  std::string texts;
  for (const auto& each : entry.wrote) {
    wrote.push_back(Json::array({each.path, each.text ? Json(each.text->size()) : Json()}));
    texts += each.text.value_or("");
  }
  std::string parts;
  Json::to_cbor(Json::array({entry.run, std::move(asked), std::move(wrote), entry.out.size(), entry.err.size()}), parts);
  constexpr std::size_t kHead = kFirstLine.size() + kMacBytes;
  std::string text;
  text.reserve(kHead + kSizeDigits + parts.size() + texts.size() + entry.out.size() + entry.err.size());
  text.append(kFirstLine).append(kMacBytes, '\0').append(fmt::format("{:0{}}", parts.size(), kSizeDigits));
  text.append(parts).append(texts).append(entry.out).append(entry.err);
  return text.replace(kFirstLine.size(), kMacBytes, Mac(std::string_view(text).substr(kHead), key));
}

std::optional<Entry> ReadEntry(std::string_view text, std::string_view key) {
  if (!text.starts_with(kFirstLine) || text.size() < kFirstLine.size() + kMacBytes) return std::nullopt;
  text.remove_prefix(kFirstLine.size());
  const std::string_view mac = text.substr(0, kMacBytes);
  text.remove_prefix(kMacBytes);
  const std::string expected = Mac(text, key);
  if (sodium_memcmp(mac.data(), expected.data(), kMacBytes) != 0) return std::nullopt;
  return ParseEntry(text);
}

std::optional<Entry> ParseEntry(std::string_view body) {
  if (body.size() < kSizeDigits) return std::nullopt;
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(body.data(), body.data() + kSizeDigits, size);
  if (error != std::errc() || end != body.data() + kSizeDigits) return std::nullopt;
  body.remove_prefix(kSizeDigits);
  if (size > body.size()) return std::nullopt;
  try {
    return ParseParts(Json::from_cbor(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(size)), body.substr(size));
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

}  // namespace migc::cache
