// FormerNames: warns of views, routines and triggers that go by the former name of a table or column, where the database does not
// follow a rename into their texts, and no text of them comes after it in the revision.
#pragma once

#include <vector>

#include "migc/catalog/left_behind.h"
#include "migc/diag/sink.h"
#include "migc/dialect/dialect.h"

namespace migc::emit {

void CheckFormerNames(const std::vector<catalog::LeftBehind>& renames, const dialect::Dialect& dialect, diag::Sink& sink);

}  // namespace migc::emit
