// Signatures: Ed25519 over the bytes of a file, with keys in the PEM form that OpenSSL reads and writes too (RFC 8410).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace migc::integrity {

// No file with a key or a signature has more bytes.
inline constexpr std::uint64_t kMaxKeyFile = 1U << 16U;

struct KeyTexts {
  std::string secret;  // -----BEGIN PRIVATE KEY-----
  std::string open;    // -----BEGIN PUBLIC KEY-----
};
// A new pair of keys, from the system's source of randomness.
KeyTexts MakeKeys();

// The public key's text for a secret key's text; nothing when that is no secret key of this kind.
std::optional<std::string> PublicKeyOf(std::string_view secret_key);
bool IsPublicKey(std::string_view text);

// SHA-256 of the 32 bytes of the public key: how a signature names the key. Nothing when the text is no public key of this kind.
std::optional<std::string> KeyId(std::string_view public_key);

// The text of FILE.sig. Nothing when the text is no secret key of this kind. The same file and key give the same text.
std::optional<std::string> Sign(std::string_view bytes, std::string_view secret_key);

enum class SignatureState : std::uint8_t {
  kGood,
  kNoSignature,  // the text is not as Sign writes it
  kOtherKey,     // it was made with another key
  kWrong,        // of other bytes
};
// `public_key` must be one.
SignatureState CheckSignature(std::string_view bytes, std::string_view signature, std::string_view public_key);

}  // namespace migc::integrity
