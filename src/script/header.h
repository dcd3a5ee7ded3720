// Header: what the comments at the top of a script tell the person who is to run it.
#pragma once

#include "script/script_text.h"
#include "script/tool.h"

namespace migc::script {

// Of the statements alone.
void WritePlainHeader(const Context& context, ScriptText& out);
void WriteHeader(const Context& context, const Tool& tool, ScriptText& out);

}  // namespace migc::script
