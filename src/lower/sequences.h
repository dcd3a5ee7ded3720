// Sequences: the options of `identity`, `create sequence` and `set identity`, each at most once and none against another.
#pragma once

#include <string_view>
#include <vector>

#include "lower/context.h"
#include "migc/ir/table.h"

namespace migc::lower {

// Whether something is made, or something that is there is changed: only the latter can `restart`.
enum class SequenceUse : std::uint8_t { kMake, kChange };

ir::SequenceOptions LowerSequenceOptions(Context& context, const std::vector<ast::Option>& options, SequenceUse use);
ir::Identity LowerIdentity(Context& context, const ast::Identity& identity);

}  // namespace migc::lower
