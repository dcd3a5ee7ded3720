// HeadList: the sorted rows of a version table after one step; lists of neighbouring steps share what they have in common.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace migc::graph {

// Reads like a sorted std::vector<std::string>. A plan of 100,000 steps over a thousand open branches would be gigabytes of those;
// here a step costs what it changes. Never changed in place.
class HeadList {
  using Chunk = std::vector<std::string>;

 public:
  class const_iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = std::string;
    using difference_type = std::ptrdiff_t;
    using pointer = const std::string*;
    using reference = const std::string&;

    const_iterator() = default;
    reference operator*() const { return (**chunk_)[index_]; }
    pointer operator->() const { return &**this; }
    const_iterator& operator++() {
      if (++index_ == (*chunk_)->size()) {
        ++chunk_;
        index_ = 0;
      }
      return *this;
    }
    const_iterator operator++(int) {
      const_iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const const_iterator&, const const_iterator&) = default;

   private:
    friend class HeadList;
    explicit const_iterator(const std::shared_ptr<const Chunk>* chunk) : chunk_(chunk) {}
    const std::shared_ptr<const Chunk>* chunk_ = nullptr;
    std::size_t index_ = 0;
  };
  using iterator = const_iterator;
  using value_type = std::string;

  HeadList() = default;
  HeadList(std::vector<std::string> ids);            // NOLINT: a list of ids is a head list; any order, no doubles
  HeadList(std::initializer_list<std::string> ids);  // NOLINT: so is one in braces
  operator std::vector<std::string>() const;         // NOLINT: and the other way round

  // The list with one id more, which it must not have, or one less, which it must have.
  HeadList With(const std::string& id) const;
  HeadList Without(std::string_view id) const;

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const_iterator begin() const { return const_iterator(chunks_.data()); }
  const_iterator end() const { return const_iterator(chunks_.data() + chunks_.size()); }

  friend bool operator==(const HeadList& a, const HeadList& b);
  friend bool operator==(const HeadList& a, const std::vector<std::string>& b);

 private:
  // The chunk that has the id, or where it belongs; there must be one.
  std::size_t FindChunk(std::string_view id) const;

  std::vector<std::shared_ptr<const Chunk>> chunks_;  // none of them empty
  std::size_t size_ = 0;
};

}  // namespace migc::graph
