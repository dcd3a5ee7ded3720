#include "migc/graph/head_list.h"

#include <algorithm>

#include "migc/base/check.h"

namespace migc::graph {
namespace {

constexpr std::size_t kMaxChunk = 64;

}  // namespace

HeadList::HeadList(std::vector<std::string> ids) : size_(ids.size()) {
  std::sort(ids.begin(), ids.end());
  for (std::size_t i = 0; i < ids.size(); i += kMaxChunk) {
    const auto begin = ids.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), i + kMaxChunk));
    chunks_.push_back(std::make_shared<const Chunk>(begin, end));
  }
}

HeadList::HeadList(std::initializer_list<std::string> ids) : HeadList(std::vector<std::string>(ids)) {}

HeadList::operator std::vector<std::string>() const { return {begin(), end()}; }

std::size_t HeadList::FindChunk(std::string_view id) const {
  const auto after = std::upper_bound(chunks_.begin(), chunks_.end(), id, [](std::string_view name, const auto& chunk) {
    return name < std::string_view(chunk->front());
  });
  return after == chunks_.begin() ? 0 : static_cast<std::size_t>(after - chunks_.begin()) - 1;
}

HeadList HeadList::With(const std::string& id) const {
  if (chunks_.empty()) return HeadList({id});
  HeadList list = *this;
  ++list.size_;
  const std::size_t place = FindChunk(id);
  Chunk chunk = *chunks_[place];
  const auto at = std::lower_bound(chunk.begin(), chunk.end(), id);
  CHECK(at == chunk.end() || *at != id);
  chunk.insert(at, id);
  if (chunk.size() > kMaxChunk) {
    const auto middle = chunk.begin() + kMaxChunk / 2;
    list.chunks_.insert(list.chunks_.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                        std::make_shared<const Chunk>(middle, chunk.end()));
    chunk.erase(middle, chunk.end());
  }
  list.chunks_[place] = std::make_shared<const Chunk>(std::move(chunk));
  return list;
}

HeadList HeadList::Without(std::string_view id) const {
  CHECK(!chunks_.empty());
  HeadList list = *this;
  --list.size_;
  const std::size_t place = FindChunk(id);
  Chunk chunk = *chunks_[place];
  const auto at = std::lower_bound(chunk.begin(), chunk.end(), id);
  CHECK(at != chunk.end() && *at == id);
  chunk.erase(at);
  if (chunk.empty()) {
    list.chunks_.erase(list.chunks_.begin() + static_cast<std::ptrdiff_t>(place));
  } else {
    list.chunks_[place] = std::make_shared<const Chunk>(std::move(chunk));
  }
  return list;
}

bool operator==(const HeadList& a, const HeadList& b) { return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin()); }

bool operator==(const HeadList& a, const std::vector<std::string>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace migc::graph
