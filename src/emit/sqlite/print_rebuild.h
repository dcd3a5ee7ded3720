// The statements of a Rebuild.
#pragma once

#include <string>
#include <vector>

#include "emit/sqlite/rewrite.h"
#include "migc/emit/statement.h"

namespace migc::emit::sqlite {

// `summary` says what the rebuild is for: "add check constraint x to account". The statements have no origin yet.
std::vector<Statement> PrintRebuild(const Rebuild& rebuild, const std::string& summary, bool loses_data,
                                    const dialect::Dialect& dialect);

// As SQLite keeps a trigger's text, without blanks: "CREATETRIGGERtouchAFTERUPDATEON…". Exposed for tests.
std::string StoredTriggerText(const std::string& text, const dialect::Dialect& dialect);

}  // namespace migc::emit::sqlite
