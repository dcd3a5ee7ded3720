#include "migc/integrity/signature.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <vector>

#include "migc/base/check.h"
#include "migc/base/hash.h"

namespace migc::integrity {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr std::string_view kFirstLine = "migc signature 1\n";
constexpr std::string_view kKeyLine = "key ";
constexpr std::string_view kSignatureLine = "ed25519 ";

// What stands before the 32 bytes of a key: RFC 8410, sections 4 (public) and 7 (secret, without attributes).
constexpr std::array<unsigned char, 12> kPublicHead = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
constexpr std::array<unsigned char, 16> kSecretHead = {0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06,
                                                       0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20};

// Wiped when it goes.
struct Secret {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> key{};
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
  Secret() { CHECK(sodium_init() >= 0); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret() { sodium_memzero(key.data(), key.size()); }
};

std::string Base64(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // its '\0'
  return text;
}

// Exactly `size` bytes in the one way that they are written; nothing otherwise.
std::optional<Bytes> FromBase64(std::string_view text, std::size_t size) {
  Bytes bytes(size);
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed =
      sodium_base642bin(bytes.data(), size, text.data(), text.size(), nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL);
  if (failed != 0 || length != size || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

std::string Pem(std::string_view kind, const Bytes& bytes) {
  const std::string name(kind);
  return "-----BEGIN " + name + "-----\n" + Base64(bytes.data(), bytes.size()) + "\n-----END " + name + "-----\n";
}

// The 32 bytes after `head`.
template <std::size_t kHead>
std::optional<Bytes> FromPem(std::string_view text, std::string_view kind, const std::array<unsigned char, kHead>& head) {
  const std::string begin = "-----BEGIN " + std::string(kind) + "-----";
  const std::string end = "-----END " + std::string(kind) + "-----";
  std::string plain;
  for (const char c : text) {
    if (c != '\r' && c != '\n') plain += c;
  }
  if (!plain.starts_with(begin) || !plain.ends_with(end) || plain.size() < begin.size() + end.size()) return std::nullopt;
  auto bytes = FromBase64(std::string_view(plain).substr(begin.size(), plain.size() - begin.size() - end.size()), kHead + 32);
  sodium_memzero(plain.data(), plain.size());
  if (!bytes || !std::equal(head.begin(), head.end(), bytes->begin())) return std::nullopt;
  return Bytes(bytes->begin() + kHead, bytes->end());
}

std::optional<Bytes> PublicBytes(std::string_view text) { return FromPem(text, "PUBLIC KEY", kPublicHead); }

std::string PublicPem(const std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>& key) {
  Bytes bytes(kPublicHead.begin(), kPublicHead.end());
  bytes.insert(bytes.end(), key.begin(), key.end());
  return Pem("PUBLIC KEY", bytes);
}

bool ReadSecret(std::string_view text, Secret& secret) {
  auto seed = FromPem(text, "PRIVATE KEY", kSecretHead);
  if (!seed) return false;
  crypto_sign_seed_keypair(secret.open.data(), secret.key.data(), seed->data());
  sodium_memzero(seed->data(), seed->size());
  return true;
}

std::string IdOf(const unsigned char* public_key) {
  return base::Sha256({reinterpret_cast<const char*>(public_key), crypto_sign_PUBLICKEYBYTES});
}

const unsigned char* Raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::string SignatureText(const std::string& key_id, const unsigned char* signature) {
  return std::string(kFirstLine) + std::string(kKeyLine) + key_id + "\n" + std::string(kSignatureLine) +
         Base64(signature, crypto_sign_BYTES) + "\n";
}

}  // namespace

KeyTexts MakeKeys() {
  Secret secret;
  crypto_sign_keypair(secret.open.data(), secret.key.data());
  Bytes bytes(kSecretHead.begin(), kSecretHead.end());
  bytes.insert(bytes.end(), secret.key.begin(), secret.key.begin() + crypto_sign_SEEDBYTES);
  KeyTexts texts{Pem("PRIVATE KEY", bytes), PublicPem(secret.open)};
  sodium_memzero(bytes.data(), bytes.size());
  return texts;
}

std::optional<std::string> PublicKeyOf(std::string_view secret_key) {
  Secret secret;
  if (!ReadSecret(secret_key, secret)) return std::nullopt;
  return PublicPem(secret.open);
}

bool IsPublicKey(std::string_view text) { return PublicBytes(text).has_value(); }

std::optional<std::string> KeyId(std::string_view public_key) {
  auto key = PublicBytes(public_key);
  if (!key) return std::nullopt;
  return IdOf(key->data());
}

std::optional<std::string> Sign(std::string_view bytes, std::string_view secret_key) {
  Secret secret;
  if (!ReadSecret(secret_key, secret)) return std::nullopt;
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr, Raw(bytes), bytes.size(), secret.key.data());
  return SignatureText(IdOf(secret.open.data()), signature.data());
}

SignatureState CheckSignature(std::string_view bytes, std::string_view signature, std::string_view public_key) {
  CHECK(sodium_init() >= 0);
  auto key = PublicBytes(public_key);
  CHECK(key.has_value());
  const std::size_t last = signature.rfind(kSignatureLine);
  const std::size_t begin = last == std::string_view::npos ? signature.size() : last + kSignatureLine.size();
  const std::size_t key_at = kFirstLine.size() + kKeyLine.size();
  auto raw =
      FromBase64(signature.substr(begin, std::min(signature.find('\n', begin), signature.size()) - begin), crypto_sign_BYTES);
  // Written again it must be the same text: nothing may be added to it or left out.
  if (!raw || signature.size() < key_at + 64) return SignatureState::kNoSignature;
  const std::string key_id(signature.substr(key_at, 64));
  if (SignatureText(key_id, raw->data()) != signature) return SignatureState::kNoSignature;
  if (key_id != IdOf(key->data())) return SignatureState::kOtherKey;
  const bool good = crypto_sign_verify_detached(raw->data(), Raw(bytes), bytes.size(), key->data()) == 0;
  return good ? SignatureState::kGood : SignatureState::kWrong;
}

}  // namespace migc::integrity
