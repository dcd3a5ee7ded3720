// Overloaded: lambdas as one visitor.
#pragma once

namespace migc::emit::mysql {

template <class... Callables>
struct Overloaded : Callables... {
  using Callables::operator()...;
};

}  // namespace migc::emit::mysql
