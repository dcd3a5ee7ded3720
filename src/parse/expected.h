// ExpectedAfter: which tokens could have stood at a place, worked out from the grammar's own network of states.
#pragma once

#include <MigcParser.h>

#include <set>

#include "parse/token_stream.h"

namespace migc::parse {

using TokenKinds = std::set<std::size_t>;

// What may follow the tokens from the start of `rule` up to (not including) `offending`, when `rule` stands where the parser
// has it. ANTLR's own answer leaves out what an optional part before the error could have been.
TokenKinds ExpectedAfter(generated::MigcParser& parser, const antlr4::ParserRuleContext& rule, const TokenStream& tokens,
                         std::size_t offending);

}  // namespace migc::parse
