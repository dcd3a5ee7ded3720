// Overloaded: one function object from several, for std::visit, so that a new alternative does not compile until answered.
#pragma once

namespace migc::base {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};

}  // namespace migc::base
