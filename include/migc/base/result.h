// Result: a value, or what the outside world (disk, environment) refused, with the path and the reason.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "migc/base/check.h"

namespace migc::base {

// A failure of the outside world: exit status 2. `path` may be empty.
struct Error {
  std::string path;
  std::string reason;

  // "path: reason", or the reason alone.
  std::string Text() const { return path.empty() ? reason : path + ": " + reason; }
  friend bool operator==(const Error&, const Error&) = default;
};

struct Done {
  friend bool operator==(const Done&, const Done&) = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}     // NOLINT: a value is a result
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: so is an error

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & {
    CHECK(ok());
    return std::get<0>(state_);
  }
  const T& value() const& {
    CHECK(ok());
    return std::get<0>(state_);
  }
  T value() && {
    CHECK(ok());
    return std::get<0>(std::move(state_));
  }
  const Error& error() const {
    CHECK(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

using Status = Result<Done>;

}  // namespace migc::base
