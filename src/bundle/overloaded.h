// Overloaded: one visitor made of several lambdas.
#pragma once

namespace migc::bundle {

template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace migc::bundle
