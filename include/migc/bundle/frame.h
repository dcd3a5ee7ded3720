// Frame: what every file of a bundle is written for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "migc/emit/backend.h"
#include "migc/ir/origin.h"
#include "migc/script/script.h"
#include "migc/source/buffers.h"

namespace migc::bundle {

struct Frame {
  const dialect::Dialect* dialect = nullptr;
  const emit::Backend* backend = nullptr;
  const source::Buffers* buffers = nullptr;
  script::Bookkeeping bookkeeping;
  std::vector<std::string> from;  // rows of the version table before the upgrade; empty: base
  std::vector<std::string> to;
  std::vector<std::string> header;  // who made it from what: comment lines, without dashes
};

// "a PostgreSQL", "an Oracle"
std::string WithArticle(std::string_view title);

// "migrations/1975_account.mig:12"; empty when migc made it itself.
std::string PlaceOf(const Frame& frame, const ir::Origin& origin);

}  // namespace migc::bundle
