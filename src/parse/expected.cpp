#include "parse/expected.h"

#include <map>
#include <utility>
#include <vector>

namespace migc::parse {

namespace {

using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;

// Longer prefixes (a table of hundreds of columns) are answered by ANTLR alone: an error message is not worth more time.
constexpr std::size_t kMaxPrefix = 4096;

// A stack of the states to return to, shared between the places that have the same.
struct Frame {
  ATNState* follow = nullptr;
  const Frame* parent = nullptr;
  friend auto operator<=>(const Frame&, const Frame&) = default;
};

struct Place {
  ATNState* state = nullptr;
  const Frame* stack = nullptr;
  friend auto operator<=>(const Place&, const Place&) = default;
};

class Walk {
 public:
  explicit Walk(const ATN& atn) : atn_(atn) {}

  void Start(const antlr4::ParserRuleContext& rule) {
    places_ = {{atn_.ruleToStartState[rule.getRuleIndex()], StackOf(rule)}};
    Close();
  }

  void Step(std::size_t token) {
    std::set<Place> next;
    for (const Place& place : places_) {
      for (const Transition* transition : place.state->transitions) {
        if (Takes(*transition, token)) next.insert({transition->target, place.stack});
      }
    }
    places_ = std::move(next);
    Close();
  }

  TokenKinds Expected() const {
    TokenKinds result;
    for (const Place& place : places_) {
      for (const Transition* transition : place.state->transitions) {
        if (transition->isEpsilon()) continue;
        for (const ssize_t kind : transition->label().toList()) result.insert(static_cast<std::size_t>(kind));
      }
    }
    return result;
  }

 private:
  bool Takes(const Transition& transition, std::size_t token) const {
    return !transition.isEpsilon() && transition.matches(token, antlr4::Token::MIN_USER_TOKEN_TYPE, atn_.maxTokenType);
  }

  const Frame* Push(ATNState* follow, const Frame* parent) { return &*frames_.insert({follow, parent}).first; }

  const Frame* StackOf(const antlr4::ParserRuleContext& rule) {
    std::vector<ATNState*> follows;
    for (const antlr4::RuleContext* at = &rule; at->parent != nullptr; at = static_cast<antlr4::RuleContext*>(at->parent)) {
      const Transition* call = atn_.states[at->invokingState]->transitions[0];
      follows.push_back(static_cast<const RuleTransition*>(call)->followState);
    }
    const Frame* stack = nullptr;
    for (auto follow = follows.rbegin(); follow != follows.rend(); ++follow) stack = Push(*follow, stack);
    return stack;
  }

  // Adds every place that is reached without a token.
  void Close() {
    std::vector<Place> open(places_.begin(), places_.end());
    const auto reach = [&](Place place) {
      if (places_.insert(place).second) open.push_back(place);
    };
    while (!open.empty()) {
      const Place place = open.back();
      open.pop_back();
      if (place.state->getStateType() == ATNState::RULE_STOP) {
        if (place.stack != nullptr) reach({place.stack->follow, place.stack->parent});
        continue;
      }
      for (const Transition* transition : place.state->transitions) {
        if (!transition->isEpsilon()) continue;
        if (transition->getSerializationType() == Transition::RULE) {
          const auto* call = static_cast<const RuleTransition*>(transition);
          reach({call->target, Push(call->followState, place.stack)});
        } else {
          reach({transition->target, place.stack});
        }
      }
    }
  }

  const ATN& atn_;
  std::set<Frame> frames_;
  std::set<Place> places_;
};

}  // namespace

TokenKinds ExpectedAfter(generated::MigcParser& parser, const antlr4::ParserRuleContext& rule, const TokenStream& tokens,
                         std::size_t offending) {
  const std::size_t start = rule.start->getTokenIndex();
  TokenKinds result;
  if (offending - start <= kMaxPrefix) {
    Walk walk(parser.getATN());
    walk.Start(rule);
    for (std::size_t i = start; i < offending; ++i) walk.Step(tokens.At(i).getType());
    result = walk.Expected();
  }
  if (result.empty()) {  // the prefix is too long, or holds an error that was passed over
    for (const ssize_t kind : parser.getExpectedTokens().toList()) result.insert(static_cast<std::size_t>(kind));
  }
  return result;
}

}  // namespace migc::parse
