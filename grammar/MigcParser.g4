// The language of `.mig` files: docs and examples in the language reference. No embedded code. Written for prediction with one or two
// tokens: choices are factored to the left, there is no left recursion, and chains (operators, signs, `not`) are loops, so that only
// brackets and `case` nest. What a rule cannot say (an option given twice, `<` chained) is reported by the builder in src/parse.
parser grammar MigcParser;

options { tokenVocab = MigcLexer; }

// ---- Files ----

revisionFile
  : header revisionOption* section* EOF
  ;

modelFile
  : statement* EOF
  ;

header
  : REVISION revisionId STRING? headerClause* SEMI
  ;

headerClause
  : REVISES revisionIdList
  | DEPENDS ON revisionIdList
  | LABEL revisionIdList
  | CREATED STRING
  ;

// After a comma, a word that begins a clause is that clause, so a comma may stand at the end of the list.
revisionIdList
  : revisionId (COMMA listedRevisionId)* COMMA?
  ;

revisionId
  : ident | STRING | INTEGER | EXPONENT_INTEGER | DIGIT_WORD
  ;

listedRevisionId
  : WORD | QUOTED_NAME | STRING | INTEGER | EXPONENT_INTEGER | DIGIT_WORD | freeKeyword | key | DOUBLE | INDEX | EXCLUDE | FOREIGN
  | CHECK_ | CONSTRAINT | PRIMARY | UNIQUE | NOT | NULL_ | operatorKeyword | attributeKeyword
  ;

revisionOption
  : NO TRANSACTION SEMI
  ;

section
  : UPGRADE block SEMI?
  | DOWNGRADE (block SEMI? | IRREVERSIBLE STRING SEMI)
  ;

block
  : LBRACE statement* RBRACE
  ;

// ---- Statements ----

statement
  : simpleStatement SEMI
  | blockStatement SEMI?
  ;

simpleStatement
  : createStatement
  | dropStatement
  | renameStatement
  | alterStatement
  | defineStatement
  | commentStatement
  | grantStatement
  | revokeStatement
  | insertStatement
  | updateStatement
  | deleteStatement
  | sqlStatement
  | setStatement
  | requireStatement
  ;

blockStatement
  : forStatement
  | noTransactionStatement
  ;

forStatement
  : FOR dialectList block (ELSE block)?
  ;

noTransactionStatement
  : NO TRANSACTION block
  ;

createStatement
  : CREATE (createTable | createIndex | createSequence | createEnum | createSchema | createExtension)
  ;

dropStatement
  : DROP (dropTable | dropIndex | dropSequence | dropEnum | dropSchema | dropExtension | dropView | dropRoutine | dropTrigger)
  ;

renameStatement
  : RENAME (renameTable | renameIndex)
  ;

alterStatement
  : ALTER (alterTable | alterSequence | alterEnum)
  ;

ifExists    : IF EXISTS ;
ifNotExists : IF NOT EXISTS ;

// ---- Tables ----

createTable
  : TABLE ifNotExists? name LPAREN tableItem (COMMA tableItem)* COMMA? RPAREN createTableOption*
  ;

createTableOption
  : COMMENT STRING
  | withClause COMMA?
  | renamedFrom
  ;

dropTable
  : TABLE ifExists? name CASCADE?
  ;

renameTable
  : TABLE name TO name
  ;

tableItem
  : column
  | tableConstraint
  | tableIndex
  ;

// `primary` and `unique` are names where no constraint or index follows.
column
  : itemName dataType columnAttribute*
  | (PRIMARY | UNIQUE) itemType columnAttribute*
  ;

columnAttribute
  : (CONSTRAINT ident)? namedAttribute
  | NULL_
  | DEFAULT expression
  | identity
  | GENERATED AS LPAREN expression RPAREN (STORED | VIRTUAL)?
  | CHARACTER SET STRING
  | COLLATE STRING
  | COMMENT STRING
  | renamedFrom
  ;

namedAttribute
  : NOT NULL_
  | PRIMARY KEY
  | UNIQUE nullsNotDistinct?
  | checkClause
  | REFERENCES reference
  ;

identity
  : IDENTITY ALWAYS? identityOptions?
  ;

identityOptions
  : LPAREN sequenceOption (COMMA? sequenceOption)* COMMA? RPAREN
  ;

tableConstraint
  : (CONSTRAINT ident)? constraintBody
  ;

constraintBody
  : PRIMARY KEY columnList
  | UNIQUE nullsNotDistinct? columnList
  | checkClause
  | FOREIGN KEY columnList REFERENCES reference
  | EXCLUDE (USING ident)? LPAREN excludeElement (COMMA excludeElement)* COMMA? RPAREN (WHERE expression)?
  ;

checkClause
  : CHECK_ LPAREN expression RPAREN notValid?
  ;

notValid
  : NOT VALID
  ;

nullsNotDistinct
  : NULLS NOT DISTINCT
  ;

reference
  : name columnList? foreignKeyOption*
  ;

foreignKeyOption
  : ON (DELETE | UPDATE) referenceAction
  | MATCH FULL
  | NOT? DEFERRABLE (INITIALLY (DEFERRED | IMMEDIATE))?
  | notValid
  ;

referenceAction
  : NO ACTION
  | RESTRICT
  | CASCADE
  | SET (NULL_ | DEFAULT)
  ;

excludeElement
  : expression WITH (EQUAL | UNEQUAL | LESS | AT_MOST | GREATER | AT_LEAST | OPERATOR | STRING)
  ;

columnList
  : LPAREN ident (COMMA ident)* COMMA? RPAREN
  ;

renamedFrom
  : RENAMED FROM ident
  ;

withClause
  : WITH dialectString (COMMA dialectString)*
  ;

// ---- Indexes ----

createIndex
  : UNIQUE? INDEX (ifNotExists? ident)? ON name indexMethod? indexKeys indexOption*
  ;

tableIndex
  : UNIQUE? INDEX ident? indexMethod? indexKeys indexOption*
  ;

indexMethod
  : USING ident
  ;

indexKeys
  : LPAREN indexKey (COMMA indexKey)* COMMA? RPAREN
  ;

indexKey
  : (ident | LPAREN expression RPAREN) indexKeyOption*
  ;

indexKeyOption
  : ASC
  | DESC
  | NULLS (FIRST | LAST)
  | OPS STRING
  | LENGTH INTEGER
  | COLLATE (STRING | WORD | QUOTED_NAME)
  ;

indexOption
  : INCLUDE columnList
  | WHERE expression
  | ONLINE
  | nullsNotDistinct
  | withClause
  | renamedFrom
  ;

dropIndex
  : INDEX ifExists? name (ON name)? ONLINE?
  ;

renameIndex
  : INDEX name (ON name)? TO ident
  ;

// ---- alter table ----

alterTable
  : TABLE ifExists? name alterAction (COMMA alterAction)* COMMA?
  ;

alterAction
  : ADD addAction
  | DROP dropAction
  | RENAME (COLUMN | CONSTRAINT) ident TO ident
  | ALTER COLUMN ident alterColumnAction
  | VALIDATE CONSTRAINT ident
  | COMMENT STRING
  | NO COMMENT
  | SET SCHEMA ident
  | withClause
  ;

addAction
  : COLUMN ifNotExists? ident dataType columnAttribute* columnPosition?
  | ifNotExists? column columnPosition?
  | (CONSTRAINT ifNotExists? ident)? constraintBody
  ;

columnPosition
  : FIRST
  | AFTER ident
  ;

dropAction
  : COLUMN ifExists? ident CASCADE?
  | CONSTRAINT ifExists? ident CASCADE?
  | PRIMARY KEY
  | UNIQUE columnList
  | FOREIGN KEY columnList
  | CHECK_ LPAREN expression RPAREN
  | ifExists? ident CASCADE?
  ;

alterColumnAction
  : TYPE dataType (USING expression)?
  | SET setColumnAction
  | DROP (DEFAULT | NOT NULL_ | IDENTITY)
  | ADD identity
  | COMMENT STRING
  | NO COMMENT
  | CHARACTER SET STRING
  | COLLATE STRING
  ;

setColumnAction
  : DEFAULT expression
  | NOT NULL_ (FILL expression)?
  | IDENTITY (ALWAYS | BY DEFAULT)? identityOptions?
  ;

// ---- Sequences, enums, schemas, extensions ----

createSequence
  : SEQUENCE ifNotExists? name (sequenceOption (COMMA? sequenceOption)* COMMA?)?
  ;

alterSequence
  : SEQUENCE name (RENAME TO ident | sequenceOption (COMMA? sequenceOption)* COMMA?)
  ;

dropSequence
  : SEQUENCE ifExists? name
  ;

sequenceOption
  : START WITH? signedInteger
  | INCREMENT BY? signedInteger
  | (MINVALUE | MIN VALUE) signedInteger
  | (MAXVALUE | MAX VALUE) signedInteger
  | CACHE signedInteger
  | CYCLE
  | NO (MINVALUE | MIN VALUE | MAXVALUE | MAX VALUE | CACHE | CYCLE)
  | RESTART (WITH? signedInteger)?
  | OWNED BY name
  ;

signedInteger
  : (PLUS | MINUS)? INTEGER
  ;

createEnum
  : ENUM ifNotExists? name stringList
  ;

alterEnum
  : ENUM name enumAction
  ;

enumAction
  : ADD STRING ((BEFORE | AFTER) STRING)?
  | RENAME (STRING TO STRING | TO ident)
  | SET stringList (MAP enumMapping (COMMA enumMapping)* COMMA?)?
  ;

enumMapping
  : STRING TO STRING
  ;

dropEnum
  : ENUM ifExists? name
  ;

stringList
  : LPAREN STRING (COMMA STRING)* COMMA? RPAREN
  ;

createSchema    : SCHEMA ifNotExists? ident ;
dropSchema      : SCHEMA ifExists? ident ;
createExtension : EXTENSION ifNotExists? ident ;
dropExtension   : EXTENSION ifExists? ident ;

// ---- Objects whose text belongs to a dialect ----

defineStatement
  : DEFINE (MATERIALIZED? VIEW name | (FUNCTION | PROCEDURE) name typeList? | TRIGGER name ON name) definition
  ;

definition
  : AS RAW
  | LBRACE dialectRaw (COMMA dialectRaw)* COMMA? RBRACE
  ;

dropView    : MATERIALIZED? VIEW ifExists? name ;
dropRoutine : (FUNCTION | PROCEDURE) ifExists? name typeList? ;
dropTrigger : TRIGGER ifExists? name ON name ;

typeList
  : LPAREN (dataType (COMMA dataType)* COMMA?)? RPAREN
  ;

commentStatement
  : COMMENT ON (TABLE | COLUMN) name (STRING | NO COMMENT)
  ;

grantStatement
  : GRANT privilegeList ON name TO identList
  ;

revokeStatement
  : REVOKE privilegeList ON name FROM identList
  ;

privilegeList
  : privilege (COMMA privilege)* COMMA?
  ;

privilege
  : privilegeWord+
  ;

privilegeWord
  : WORD | ALTER | CREATE | DELETE | DROP | INDEX | INSERT | REFERENCES | SELECT | TRIGGER | UPDATE | VIEW
  ;

identList
  : ident (COMMA ident)* COMMA?
  ;

// ---- Data, raw SQL ----

insertStatement
  : INSERT INTO name columnList insertSource undoNothing?
  ;

insertSource
  : VALUES row (COMMA row)* COMMA?
  | FROM CSV STRING
  | SELECT RAW
  ;

row
  : LPAREN expression (COMMA expression)* COMMA? RPAREN
  ;

updateStatement
  : UPDATE name SET assignment (COMMA assignment)* COMMA? (WHERE expression)? undoNothing?
  ;

assignment
  : ident EQUAL expression
  ;

deleteStatement
  : DELETE FROM name (WHERE expression)? undoNothing?
  ;

undoNothing
  : UNDO NOTHING
  ;

sqlStatement
  : SQL sqlText sqlOption*
  ;

sqlText
  : RAW
  | FOR dialectList RAW
  | FILE STRING (FOR dialectList)?
  | dialectRawList
  ;

sqlOption
  : UNDO (NOTHING | RAW)
  | EFFECTS block
  ;

setStatement
  : SET timeout (COMMA timeout)* COMMA?
  ;

timeout
  : (LOCK | STATEMENT) TIMEOUT STRING
  ;

requireStatement
  : REQUIRE RAW STRING
  ;

dialectList
  : dialect (COMMA dialect)* COMMA?
  ;

// Never a keyword, so that a list of dialects ends where another kind of list goes on.
dialect
  : WORD | QUOTED_NAME
  ;

dialectString
  : dialect STRING
  ;

dialectRaw
  : (dialect | ELSE) RAW
  ;

dialectRawList
  : LPAREN dialectRaw (COMMA dialectRaw)* COMMA? RPAREN
  ;

// ---- Types ----

dataType
  : typeName typeSuffix
  | nativeType
  ;

// The type of a column that is called `primary` or `unique`.
itemType
  : itemTypeName typeSuffix
  | nativeType
  ;

typeName
  : DOUBLE PRECISION?
  | (WORD | QUOTED_NAME | freeKeyword | headerKeyword | key | EXCLUDE | FOREIGN | INDEX | operatorKeyword) (DOT ident)*
  ;

itemTypeName
  : DOUBLE PRECISION?
  | (WORD | QUOTED_NAME | freeKeyword | headerKeyword | EXCLUDE | FOREIGN | operatorKeyword) (DOT ident)*
  ;

typeSuffix
  : typeArguments? (WITH TIME ZONE)? (LBRACKET RBRACKET)* nativeType?
  ;

typeArguments
  : LPAREN INTEGER (COMMA INTEGER)* COMMA? RPAREN
  ;

nativeType
  : NATIVE LPAREN dialectString (COMMA dialectString)* COMMA? RPAREN
  ;

// ---- Expressions: the builder knows how tightly each arithmetic operator binds ----

expression
  : condition ((AND | OR) condition)*
  ;

condition
  : NOT* arithmetic predicate*
  ;

predicate
  : (EQUAL | UNEQUAL | LESS | AT_MOST | GREATER | AT_LEAST) arithmetic
  | IS NOT? NULL_
  | NOT? (IN expressionList | BETWEEN arithmetic AND arithmetic | LIKE arithmetic)
  ;

arithmetic
  : (PLUS | MINUS)* primary ((PLUS | MINUS | STAR | SLASH | PERCENT | CONCAT) (PLUS | MINUS)* primary)*
  ;

primary
  : NULL_
  | TRUE
  | FALSE
  | INTEGER
  | EXPONENT_INTEGER
  | DECIMAL
  | STRING
  | BYTES
  | (DATE | TIMESTAMP) STRING
  | columnOrCall
  | LPAREN expression RPAREN
  | CASE expression? (WHEN expression THEN expression)+ (ELSE expression)? END
  | CAST LPAREN expression AS dataType RPAREN
  | SQL (RAW | dialectRawList)
  ;

columnOrCall
  : expressionName (DOT ident)* callArguments?
  ;

callArguments
  : LPAREN (STAR | expression (COMMA expression)* COMMA?)? RPAREN
  ;

expressionList
  : LPAREN expression (COMMA expression)* COMMA? RPAREN
  ;

// ---- Names: every keyword is one, but where it would be read as something else ----

name
  : ident (DOT ident)*
  ;

ident
  : WORD | QUOTED_NAME | freeKeyword | key | DOUBLE | INDEX | EXCLUDE | FOREIGN | CHECK_ | CONSTRAINT | PRIMARY | UNIQUE | NOT | NULL_
  | operatorKeyword | attributeKeyword | headerKeyword
  ;

// At the start of a table item and after a bare `add`. PRIMARY and UNIQUE are in the rule column.
itemName
  : WORD | QUOTED_NAME | freeKeyword | headerKeyword | key | DOUBLE | NOT | NULL_ | operatorKeyword | attributeKeyword
  ;

// The first word in an expression.
expressionName
  : WORD | QUOTED_NAME | freeKeyword | headerKeyword | key | DOUBLE | INDEX | EXCLUDE | FOREIGN | CHECK_ | CONSTRAINT | PRIMARY | UNIQUE
  | attributeKeyword
  ;

// A column called `primary` or `unique` cannot have a type of these names.
key
  : KEY | NULLS
  ;

// Reserved in expressions; NOT and NULL are too.
operatorKeyword
  : AND | BETWEEN | CASE | CAST | ELSE | END | FALSE | IN | IS | LIKE | OR | SQL | THEN | TRUE | WHEN
  ;

// Begin a column attribute, so they are not types.
attributeKeyword
  : CHARACTER | COLLATE | COMMENT | DEFAULT | GENERATED | IDENTITY | NATIVE | REFERENCES | RENAMED
  ;

// Begin a clause of the revision header, so they are not ids after a comma.
headerKeyword
  : CREATED | DEPENDS | LABEL | REVISES
  ;

freeKeyword
  : ACTION | ADD | AFTER | ALTER | ALWAYS | AS | ASC | BEFORE | BY | CACHE | CASCADE | COLUMN | CREATE | CSV | CYCLE | DATE | DEFERRABLE
  | DEFERRED | DEFINE | DELETE | DESC | DISTINCT | DOWNGRADE | DROP | EFFECTS | ENUM | EXISTS | EXTENSION | FILE | FILL | FIRST | FOR | FROM
  | FULL | FUNCTION | GRANT | IF | IMMEDIATE | INCLUDE | INCREMENT | INITIALLY | INSERT | INTO | IRREVERSIBLE | LAST | LENGTH | LOCK | MAP
  | MATCH | MATERIALIZED | MAX | MAXVALUE | MIN | MINVALUE | NO | NOTHING | ON | ONLINE | OPS | OWNED | PRECISION | PROCEDURE | RENAME
  | REQUIRE | RESTART | RESTRICT | REVISION | REVOKE | SCHEMA | SELECT | SEQUENCE | SET | START | STATEMENT | STORED | TABLE | TIME | TIMEOUT
  | TIMESTAMP | TO | TRANSACTION | TRIGGER | TYPE | UNDO | UPDATE | UPGRADE | USING | VALID | VALIDATE | VALUE | VALUES | VIEW | VIRTUAL
  | WHERE | WITH | ZONE
  ;
