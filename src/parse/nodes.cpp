#include <typeinfo>

#include "parse/build.h"

namespace migc::parse {

bool IsToken(const antlr4::tree::ParseTree& node) {
  // The second stands where recovery left a token out or put one in.
  return typeid(node) == typeid(antlr4::tree::TerminalNodeImpl) || typeid(node) == typeid(antlr4::tree::ErrorNodeImpl);
}

const antlr4::Token& TokenOf(antlr4::tree::ParseTree& node) { return *static_cast<antlr4::tree::TerminalNode&>(node).getSymbol(); }

std::size_t RuleOf(const antlr4::tree::ParseTree& node) { return static_cast<const antlr4::RuleContext&>(node).getRuleIndex(); }

antlr4::tree::TerminalNode* FindToken(const antlr4::ParserRuleContext& rule, std::size_t kind) {
  for (antlr4::tree::ParseTree* child : rule.children) {
    if (IsToken(*child) && TokenOf(*child).getType() == kind) return static_cast<antlr4::tree::TerminalNode*>(child);
  }
  return nullptr;
}

}  // namespace migc::parse
