// EnumSwap: new values for an enum, which ALTER TYPE cannot take away or reorder. The type is made anew and every column converted:
//
//   alter enum mood set ('ok', 'good') map 'fine' to 'ok'
//     -> ALTER TABLE person ALTER COLUMN mood DROP DEFAULT
//        ALTER TYPE mood RENAME TO mood__old
//        CREATE TYPE mood AS ENUM ('ok', 'good')
//        ALTER TABLE person ALTER COLUMN mood TYPE mood USING (CASE mood::TEXT WHEN 'fine' THEN 'ok' ELSE mood::TEXT END)::mood
//        ALTER TABLE person ALTER COLUMN mood SET DEFAULT 'ok'
//        DROP TYPE mood__old
//
// Views, triggers, checks, foreign keys and indexes that hold such a column in an expression were compiled for the old type: they
// are dropped first and put back at the end.
#pragma once

#include "emit/postgres/print.h"

namespace migc::emit::postgres {

void PrintEnumSwap(Printer& printer, const ir::Name& name, const ir::SetEnumValues& set);

}  // namespace migc::emit::postgres
