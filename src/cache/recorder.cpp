#include "migc/cache/recorder.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace migc::cache {
namespace {

constexpr std::size_t kAnswerBytes = crypto_generichash_BYTES_MIN;

class Digest {
 public:
  Digest() { crypto_generichash_init(&state_, nullptr, 0, kAnswerBytes); }
  Digest& Add(std::string_view bytes) {
    const std::uint64_t size = bytes.size();
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(&size), sizeof size);
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return *this;
  }
  std::string Take() {
    std::array<unsigned char, kAnswerBytes> bytes{};
    crypto_generichash_final(&state_, bytes.data(), bytes.size());
    return {bytes.begin(), bytes.end()};
  }

 private:
  crypto_generichash_state state_{};
};

std::string DigestOf(const base::Error& error) { return Digest().Add("error").Add(error.path).Add(error.reason).Take(); }

std::string DigestOf(const base::Result<std::string>& answer) {
  return answer ? Digest().Add("text").Add(answer.value()).Take() : DigestOf(answer.error());
}

std::string DigestOf(const base::Result<std::vector<std::string>>& answer) {
  if (!answer) return DigestOf(answer.error());
  Digest digest;
  digest.Add("names");
  for (const auto& name : answer.value()) digest.Add(name);
  return digest.Take();
}

std::string DigestOf(bool answer) { return Digest().Add(answer ? "yes" : "no").Take(); }

}  // namespace

std::string AnswerNow(const source::FileSystem& files, const Asked& asked) {
  switch (asked.question) {
    case Question::kRead:
      return DigestOf(files.Read(asked.path, asked.max_bytes));
    case Question::kList:
      return DigestOf(files.List(asked.path));
    case Question::kIsFile:
      return DigestOf(files.IsFile(asked.path));
    case Question::kIsDirectory:
      return DigestOf(files.IsDirectory(asked.path));
    case Question::kRealPath:
      return DigestOf(files.RealPath(asked.path));
  }
  return {};
}

void Recorder::Remember(Question question, const std::string& path, std::uint64_t max_bytes, std::string answer) const {
  if (!wrote_.empty()) repeatable_ = false;
  asked_.push_back({question, path, max_bytes, std::move(answer)});
}

base::Result<std::string> Recorder::Read(const std::string& path, std::uint64_t max_bytes) const {
  auto answer = files_.Read(path, max_bytes);
  Remember(Question::kRead, path, max_bytes, DigestOf(answer));
  return answer;
}

base::Result<std::vector<std::string>> Recorder::List(const std::string& directory) const {
  auto answer = files_.List(directory);
  Remember(Question::kList, directory, 0, DigestOf(answer));
  return answer;
}

bool Recorder::IsFile(const std::string& path) const {
  const bool answer = files_.IsFile(path);
  Remember(Question::kIsFile, path, 0, DigestOf(answer));
  return answer;
}

bool Recorder::IsDirectory(const std::string& path) const {
  const bool answer = files_.IsDirectory(path);
  Remember(Question::kIsDirectory, path, 0, DigestOf(answer));
  return answer;
}

base::Result<std::string> Recorder::RealPath(const std::string& path) const {
  auto answer = files_.RealPath(path);
  Remember(Question::kRealPath, path, 0, DigestOf(answer));
  return answer;
}

base::Status Recorder::MakeDirectory(const std::string& path) {
  wrote_.push_back({path, std::nullopt});
  return files_.MakeDirectory(path);
}

base::Status Recorder::WriteWhole(const std::string& path, std::string_view text) {
  wrote_.push_back({path, std::string(text)});
  return files_.WriteWhole(path, text);
}

base::Status Recorder::Create(const std::string& path, std::string_view text) {
  repeatable_ = false;
  return files_.Create(path, text);
}

base::Status Recorder::Remove(const std::string& path) {
  repeatable_ = false;
  return files_.Remove(path);
}

base::Status Recorder::CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) {
  repeatable_ = false;
  return files_.CreateDirectory(path, files);
}

}  // namespace migc::cache
