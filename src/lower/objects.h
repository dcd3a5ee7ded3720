// Objects: sequences, enums, schemas, extensions, views and routines, comments and grants.
#pragma once

#include "lower/context.h"
#include "migc/ir/operation.h"

namespace migc::lower {

using Body = ir::Operation::Body;

Body LowerObject(Context& context, const ast::CreateSequence& create);
Body LowerObject(Context& context, const ast::AlterSequence& alter);
Body LowerObject(Context& context, const ast::CreateEnum& create);
Body LowerObject(Context& context, const ast::AlterEnum& alter);
Body LowerObject(Context& context, const ast::Comment& comment);
Body LowerObject(Context& context, const ast::Grant& grant);
Body LowerObject(Context& context, const ast::DropDefined& drop);
Body LowerDefine(Context& context, const ast::Define& define, source::Span statement);

}  // namespace migc::lower
