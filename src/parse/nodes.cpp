#include <typeinfo>

#include "parse/build.h"

namespace migc::parse {

bool IsToken(const antlr4::tree::ParseTree& node) { return typeid(node) == typeid(antlr4::tree::TerminalNodeImpl); }

const antlr4::Token& TokenOf(antlr4::tree::ParseTree& node) { return *static_cast<antlr4::tree::TerminalNode&>(node).getSymbol(); }

std::size_t RuleOf(const antlr4::tree::ParseTree& node) { return static_cast<const antlr4::RuleContext&>(node).getRuleIndex(); }

}  // namespace migc::parse
