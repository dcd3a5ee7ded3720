// The tokens of a `.mig` file. No embedded code. Keywords in any case; whether one may be a name is the parser's business.
// src/parse/lexer.cpp makes the same tokens by hand, and is held to this grammar by a test. Two kinds are completed there, because no regular rule can: TAGGED_OPEN (`$tag$`) becomes RAW up to the same tag, or
// UNTERMINATED_RAW. Every text becomes tokens: what fits nowhere is STRAY, what has no end an UNTERMINATED_… that runs to the end of the file.
lexer grammar MigcLexer;

// ---- Keywords, by alphabet; NULL_ and CHECK_ would be C macros without the underscore ----

ACTION        : A C T I O N ;
ADD           : A D D ;
AFTER         : A F T E R ;
ALTER         : A L T E R ;
ALWAYS        : A L W A Y S ;
AND           : A N D ;
AS            : A S ;
ASC           : A S C ;
BEFORE        : B E F O R E ;
BETWEEN       : B E T W E E N ;
BY            : B Y ;
CACHE         : C A C H E ;
CASCADE       : C A S C A D E ;
CASE          : C A S E ;
CAST          : C A S T ;
CHARACTER     : C H A R A C T E R ;
CHECK_        : C H E C K ;
COLLATE       : C O L L A T E ;
COLUMN        : C O L U M N ;
COMMENT       : C O M M E N T ;
CONSTRAINT    : C O N S T R A I N T ;
CREATE        : C R E A T E ;
CREATED       : C R E A T E D ;
CSV           : C S V ;
CYCLE         : C Y C L E ;
DATE          : D A T E ;
DEFAULT       : D E F A U L T ;
DEFERRABLE    : D E F E R R A B L E ;
DEFERRED      : D E F E R R E D ;
DEFINE        : D E F I N E ;
DELETE        : D E L E T E ;
DEPENDS       : D E P E N D S ;
DESC          : D E S C ;
DISTINCT      : D I S T I N C T ;
DOUBLE        : D O U B L E ;
DOWNGRADE     : D O W N G R A D E ;
DROP          : D R O P ;
EFFECTS       : E F F E C T S ;
ELSE          : E L S E ;
END           : E N D ;
ENUM          : E N U M ;
EXCLUDE       : E X C L U D E ;
EXISTS        : E X I S T S ;
EXTENSION     : E X T E N S I O N ;
FALSE         : F A L S E ;
FILE          : F I L E ;
FILL          : F I L L ;
FIRST         : F I R S T ;
FOR           : F O R ;
FOREIGN       : F O R E I G N ;
FROM          : F R O M ;
FULL          : F U L L ;
FUNCTION      : F U N C T I O N ;
GENERATED     : G E N E R A T E D ;
GRANT         : G R A N T ;
IDENTITY      : I D E N T I T Y ;
IF            : I F ;
IMMEDIATE     : I M M E D I A T E ;
IN            : I N ;
INCLUDE       : I N C L U D E ;
INCREMENT     : I N C R E M E N T ;
INDEX         : I N D E X ;
INITIALLY     : I N I T I A L L Y ;
INSERT        : I N S E R T ;
INTO          : I N T O ;
IRREVERSIBLE  : I R R E V E R S I B L E ;
IS            : I S ;
KEY           : K E Y ;
LABEL         : L A B E L ;
LAST          : L A S T ;
LENGTH        : L E N G T H ;
LIKE          : L I K E ;
LOCK          : L O C K ;
MAP           : M A P ;
MATCH         : M A T C H ;
MATERIALIZED  : M A T E R I A L I Z E D ;
MAX           : M A X ;
MAXVALUE      : M A X V A L U E ;
MIN           : M I N ;
MINVALUE      : M I N V A L U E ;
NATIVE        : N A T I V E ;
NO            : N O ;
NOT           : N O T ;
NOTHING       : N O T H I N G ;
NULL_         : N U L L ;
NULLS         : N U L L S ;
ON            : O N ;
ONLINE        : O N L I N E ;
OPS           : O P S ;
OR            : O R ;
OWNED         : O W N E D ;
PRECISION     : P R E C I S I O N ;
PRIMARY       : P R I M A R Y ;
PROCEDURE     : P R O C E D U R E ;
REFERENCES    : R E F E R E N C E S ;
RENAME        : R E N A M E ;
RENAMED       : R E N A M E D ;
REQUIRE       : R E Q U I R E ;
RESTART       : R E S T A R T ;
RESTRICT      : R E S T R I C T ;
REVISES       : R E V I S E S ;
REVISION      : R E V I S I O N ;
REVOKE        : R E V O K E ;
SCHEMA        : S C H E M A ;
SELECT        : S E L E C T ;
SEQUENCE      : S E Q U E N C E ;
SET           : S E T ;
SQL           : S Q L ;
START         : S T A R T ;
STATEMENT     : S T A T E M E N T ;
STORED        : S T O R E D ;
TABLE         : T A B L E ;
THEN          : T H E N ;
TIME          : T I M E ;
TIMEOUT       : T I M E O U T ;
TIMESTAMP     : T I M E S T A M P ;
TO            : T O ;
TRANSACTION   : T R A N S A C T I O N ;
TRIGGER       : T R I G G E R ;
TRUE          : T R U E ;
TYPE          : T Y P E ;
UNDO          : U N D O ;
UNIQUE        : U N I Q U E ;
UPDATE        : U P D A T E ;
UPGRADE       : U P G R A D E ;
USING         : U S I N G ;
VALID         : V A L I D ;
VALIDATE      : V A L I D A T E ;
VALUE         : V A L U E ;
VALUES        : V A L U E S ;
VIEW          : V I E W ;
VIRTUAL       : V I R T U A L ;
WHEN          : W H E N ;
WHERE         : W H E R E ;
WITH          : W I T H ;
ZONE          : Z O N E ;

// ---- Names and literals ----

// After the keywords, so that a keyword is never a WORD.
WORD                : WordStart WordPart* ;
QUOTED_NAME         : '"' (~["] | '""')* '"' ;
STRING              : '\'' (~['] | '\'\'')* '\'' ;
BYTES               : [xX] '\'' ~[']* '\'' ;

// Three spellings of a number are also spellings of a revision id, hence kinds of their own.
INTEGER             : Digit+ ;
EXPONENT_INTEGER    : Digit+ [eE] Digit+ ;
DECIMAL             : (Digit+ '.' Digit+ | '.' Digit+) ([eE] [+\-]? Digit+)? | Digit+ [eE] [+\-] Digit+ ;
// A revision id such as 1e15e7122cc9: longer than any number it begins with.
DIGIT_WORD          : Digit WordPart* ;

RAW                 : '$$' ('$'? ~[$])* '$$' ;
TAGGED_OPEN         : '$' WordStart WordPart* '$' ;

// Each is shorter than its finished form wherever there is one.
UNTERMINATED_NAME   : '"' (~["] | '""')* ;
UNTERMINATED_STRING : '\'' (~['] | '\'\'')* ;
UNTERMINATED_RAW    : '$$' ('$'? ~[$])* '$'? ;

// ---- Signs ----

LBRACE   : '{' ;
RBRACE   : '}' ;
LPAREN   : '(' ;
RPAREN   : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA    : ',' ;
SEMI     : ';' ;
DOT      : '.' ;
PLUS     : '+' ;
MINUS    : '-' ;
STAR     : '*' ;
SLASH    : '/' ;
PERCENT  : '%' ;
CONCAT   : '||' ;
EQUAL    : '=' ;
UNEQUAL  : '<>' | '!=' ;
LESS     : '<' ;
AT_MOST  : '<=' ;
GREATER  : '>' ;
AT_LEAST : '>=' ;
// Of exclusion constraints only.
OPERATOR : '&&' | '@>' | '<@' | '-|-' | '&<' | '&>' | '<<' | '>>' | '~=' ;

// ---- Between tokens ----

SPACE                : [ \t\r\n\f\u000B]+ -> skip ;
LINE_COMMENT         : '--' ~[\r\n]* -> channel(HIDDEN) ;
BLOCK_COMMENT        : '/*' (~[*] | '*'+ ~[*/])* '*'+ '/' -> channel(HIDDEN) ;
UNTERMINATED_COMMENT : '/*' (~[*] | '*'+ ~[*/])* '*'* ;
STRAY                : . ;

fragment WordStart : [_\p{L}\p{M}] ;
fragment WordPart  : [_0-9\p{L}\p{M}] ;
fragment Digit     : [0-9] ;

fragment A : [aA] ;
fragment B : [bB] ;
fragment C : [cC] ;
fragment D : [dD] ;
fragment E : [eE] ;
fragment F : [fF] ;
fragment G : [gG] ;
fragment H : [hH] ;
fragment I : [iI] ;
fragment J : [jJ] ;
fragment K : [kK] ;
fragment L : [lL] ;
fragment M : [mM] ;
fragment N : [nN] ;
fragment O : [oO] ;
fragment P : [pP] ;
fragment Q : [qQ] ;
fragment R : [rR] ;
fragment S : [sS] ;
fragment T : [tT] ;
fragment U : [uU] ;
fragment V : [vV] ;
fragment W : [wW] ;
fragment X : [xX] ;
fragment Y : [yY] ;
fragment Z : [zZ] ;
