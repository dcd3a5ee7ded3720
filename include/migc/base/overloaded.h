// Overloaded: one function object from several, for std::visit, so that a new alternative does not compile until answered.
#pragma once

namespace migc::base {

template <class... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
// Clang has deduced this by itself only since version 17 (P1816R0).
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace migc::base
