// Fold: later statements become part of earlier ones where nothing between them may see the difference.
#pragma once

#include <vector>

#include "squash/piece.h"

namespace migc::squash {

void Fold(std::vector<Piece>& pieces);

}  // namespace migc::squash
