// Recorder: a file system that remembers what it was asked, what it answered and what it wrote, so that a run can be told again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "migc/source/file_system.h"

namespace migc::cache {

enum class Question : std::uint8_t { kRead, kList, kIsFile, kIsDirectory, kRealPath };

// One question and a digest of the answer: of a file's bytes, of a directory's names, of the reason for an error.
struct Asked {
  Question question{};
  std::string path;
  std::uint64_t max_bytes = 0;  // kRead
  std::string answer;           // 16 bytes of BLAKE2b
};

// The digest of what `files` answers now.
std::string AnswerNow(const source::FileSystem& files, const Asked& asked);

struct Wrote {
  std::string path;
  std::optional<std::string> text;  // nothing: a directory was made
};

class Recorder final : public source::FileSystem {
 public:
  explicit Recorder(source::FileSystem& files) : files_(files) {}

  // False when the same answers do not make the same run: something else than whole files was written, or a question came after
  // that may have been about what was written.
  bool repeatable() const { return repeatable_; }
  std::vector<Asked> TakeAsked() { return std::move(asked_); }
  std::vector<Wrote> TakeWrote() { return std::move(wrote_); }

  base::Result<std::string> Read(const std::string& path, std::uint64_t max_bytes) const override;
  base::Result<std::vector<std::string>> List(const std::string& directory) const override;
  bool IsFile(const std::string& path) const override;
  bool IsDirectory(const std::string& path) const override;
  base::Result<std::string> RealPath(const std::string& path) const override;
  base::Status MakeDirectory(const std::string& path) override;
  base::Status WriteWhole(const std::string& path, std::string_view text) override;
  base::Status Create(const std::string& path, std::string_view text) override;
  base::Status Remove(const std::string& path) override;
  base::Status CreateDirectory(const std::string& path, const std::map<std::string, std::string>& files) override;

 private:
  void Remember(Question question, const std::string& path, std::uint64_t max_bytes, std::string answer) const;

  source::FileSystem& files_;
  mutable std::vector<Asked> asked_;
  mutable bool repeatable_ = true;
  std::vector<Wrote> wrote_;
};

}  // namespace migc::cache
