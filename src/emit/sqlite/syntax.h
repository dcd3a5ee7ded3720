// How SQLite spells what the standard printing leaves open.
#pragma once

#include "migc/emit/print.h"

namespace migc::emit::sqlite {

const Syntax& SqliteSyntax();

}  // namespace migc::emit::sqlite
