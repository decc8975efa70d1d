#include <gtest/gtest.h>

#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {
namespace {

struct Row {
  const char* name;
  const char* script;
  const char* output;
};

/// Runs each script beside a .env file.
void ExpectOutputs(std::span<const Row> rows, const char* imports, const char* settings_file) {
  for (const Row& row : rows) {
    python::ScriptHostForTests world(
        {{"/project/.env", settings_file}, {"/project/env.py", std::string(imports) + row.script}});
    python::Interpreter interpreter(world.host(), {});
    AddModules(interpreter);
    interpreter.RunFile("/project/env.py", "env");
    EXPECT_EQ(world.output(), row.output) << row.name;
  }
}

constexpr const char* kModelImports = R"(
import datetime, decimal, enum, pathlib, uuid
from typing import *
from pydantic import *

def wrong(make):
    try:
        print(make())
    except ValidationError as error:
        print(error)
)";

const Row kModels[] = {
    {"MakesValuesOfTexts",
     "class M(BaseModel):\n    a: int\n    b: Optional[float] = None\n    c: list[bool] = []\n    d: dict[str, int] = "
     "{}\n"
     "    e: datetime.date | None = None\n    f: uuid.UUID | None = None\n    g: pathlib.Path = 'x'\n"
     "print(repr(M(a='1', b='2.5', c=['on', 0], d={'x': '7'}, e='2024-02-01')))\n",
     "M(a=1, b=2.5, c=[True, False], d={'x': 7}, e=datetime.date(2024, 2, 1), f=None, g='x')\n"},
    {"TellsAllThatIsWrong",
     "class In(BaseModel):\n    n: int\nclass M(BaseModel):\n    name: str = Field(min_length=2)\n    one: In\n"
     "    c: Literal['a', 'b'] = 'a'\nwrong(lambda: M(name='x', one={'n': 'q'}, c='z'))\nwrong(lambda: M())\n",
     "3 validation errors for M\nname\n  String should have at least 2 characters [type=string_too_short, "
     "input_value='x', input_type=str]\none.n\n  Input should be a valid integer, unable to parse string as an integer "
     "[type=int_parsing, input_value='q', input_type=str]\nc\n  Input should be 'a' or 'b' [type=literal_error, "
     "input_value='z', input_type=str]\n2 validation errors for M\nname\n  Field required [type=missing, "
     "input_value={}, input_type=dict]\none\n  Field required [type=missing, input_value={}, input_type=dict]\n"},
    {"TakesAllForAClassOfAPackageThatIsNotThere",
     "from more_enums import Words\nclass Mode(Words):\n    LOOSE = 'loose'\n"
     "class M(BaseModel):\n    mode: Mode = Field(Mode.LOOSE, validate_default=True)\nprint(M().mode, "
     "M(mode='x').mode)\n",
     "loose x\n"},
    {"TakesNothingForAStrictType",
     "class M(BaseModel):\n    a: StrictStr\n    b: StrictBool = True\nprint(M(a='x'))\nwrong(lambda: M(a=1))\n",
     "a='x' b=True\n1 validation error for M\na\n  Input should be a valid string [type=string_type, input_value=1, "
     "input_type=int]\n"},
    {"HoldsTheRulesOfOldClasses",
     "class Name(ConstrainedStr):\n    max_length = 5\n    to_lower = True\n    regex = '[a-z]+$'\n"
     "class Port(ConstrainedInt):\n    gt = 0\nclass M(BaseModel):\n    a: Name\n    b: Port = 1\n"
     "print(M(a='Ann', b='80'))\nwrong(lambda: M(a='a1', b=0))\n",
     "a='ann' b=80\n2 validation errors for M\na\n  String should match pattern '[a-z]+$' "
     "[type=string_pattern_mismatch, input_value='a1', input_type=str]\nb\n  Input should be greater than 0 "
     "[type=greater_than, input_value=0, input_type=int]\n"},
    {"RunsValidators",
     "class M(BaseModel):\n    a: str\n    b: int = 0\n    @field_validator('a')\n    @classmethod\n"
     "    def up(cls, v):\n        return v.upper()\n    @field_validator('b', mode='before')\n"
     "    def size(cls, v):\n        return len(v)\n    @model_validator(mode='after')\n    def both(self):\n"
     "        if self.b > 3:\n            raise ValueError('too long')\n        return self\n"
     "print(M(a='x', b='abc'))\nwrong(lambda: M(a='x', b='abcd'))\n",
     "a='X' b=3\n1 validation error for M\n  Value error, too long [type=value_error, input_value=M(a='X', b=4), "
     "input_type=M]\n"},
    {"KnowsTheOldDecorators",
     "class M(BaseModel):\n    a: int\n    b: int = None\n    class Config:\n        extra = Extra.forbid\n"
     "    @validator('b', pre=True, always=True)\n    def fill(cls, v, values):\n        return v or values['a'] + 1\n"
     "print(M(a=1), M.parse_obj({'a': 2}).dict())\nwrong(lambda: M(a=1, z=2))\n",
     "a=1 b=2 {'a': 2, 'b': 3}\n1 validation error for M\nz\n  Extra inputs are not permitted [type=extra_forbidden, "
     "input_value=2, input_type=int]\n"},
    {"TakesFunctionsOfTheClassForClassMethods",
     "class M(BaseModel):\n    a: int\n    b: int = 0\n    @root_validator(pre=True)\n    def first(cls, values):\n"
     "        return {**values, 'b': values.get('b', 5)}\n    @model_validator(mode='before')\n"
     "    def second(cls, values):\n        return {**values, 'a': values['a'] + 1}\n"
     "    @root_validator(skip_on_failure=True)\n    def last(cls, values):\n"
     "        return {**values, 'b': values['b'] * 10}\nprint(M(a=1), M(a=1, b=2))\n",
     "a=2 b=50 a=2 b=20\n"},
    {"WritesOut",
     "class M(BaseModel):\n    model_config = ConfigDict(populate_by_name=True)\n    a: int = Field(1, alias='A')\n"
     "    s: SecretStr = 'x'\n    c: Optional[int] = None\n    @computed_field\n    @property\n    def d(self):\n"
     "        return self.a * 2\nm = M(a=4, s='key')\nprint(m.model_dump(exclude={'s'}), m.s, m.s.get_secret_value())\n"
     "print(m.model_dump_json(by_alias=True, exclude_none=True, exclude={'s'}), m == M(A=4, s='key'))\n",
     "{'a': 4, 'c': None, 'd': 8} ********** key\n{\"A\":4,\"d\":8} True\n"},
    {"HasAnnotatedRules",
     "Id = Annotated[str, StringConstraints(pattern='^x-[0-9]+$')]\nclass M(BaseModel):\n    i: Id\n    n: PositiveInt "
     "= 1\n"
     "    t: Annotated[str, AfterValidator(str.strip)] = ''\nprint(M(i='x-1', t=' a '))\nwrong(lambda: M(i='y', "
     "n=0))\n",
     "i='x-1' n=1 t='a'\n2 validation errors for M\ni\n  String should match pattern '^x-[0-9]+$' "
     "[type=string_pattern_mismatch, input_value='y', input_type=str]\nn\n  Input should be greater than 0 "
     "[type=greater_than, input_value=0, input_type=int]\n"},
    {"Urls",
     "u = PostgresDsn.build(scheme='postgresql', username='a', password='b@c', host='h', port=5432, path='db')\n"
     "print(u, u.host, u.port, u.path)\nprint(TypeAdapter(HttpUrl).validate_python('https://Example.com:443'))\n"
     "wrong(lambda: TypeAdapter(PostgresDsn).validate_python('sqlite://x').host)\n",
     "postgresql://a:b%40c@h:5432/db h 5432 /db\nhttps://example.com/\n1 validation error for PostgresDsn\n"
     "  URL scheme should be 'postgres', 'postgresql', 'postgresql+asyncpg', 'postgresql+pg8000', "
     "'postgresql+psycopg', "
     "'postgresql+psycopg2', 'postgresql+psycopg2cffi', 'postgresql+py-postgresql' or 'postgresql+pygresql' "
     "[type=url_scheme, input_value='sqlite://x', input_type=str]\n"},
    {"GenericAndNested",
     "T = TypeVar('T')\nclass Page(BaseModel, Generic[T]):\n    items: List[T]\nclass Node(BaseModel):\n"
     "    kids: 'list[Node]' = []\nprint(Page[int](items=['1']), Node(kids=[{'kids': []}]))\n"
     "class Ids(RootModel[list[int]]):\n    pass\nprint(Ids(['1', 2]).root, Ids(['3']).model_dump())\n",
     "items=[1] kids=[Node(kids=[])]\n[1, 2] [3]\n"},
};

TEST(Pydantic, ChecksAsItsModelsDo) {
  ExpectOutputs(kModels, kModelImports, "");
}

constexpr const char* kSettingsImports = R"(
import os
from typing import *
from pydantic import *
from pydantic_settings import *
)";

const Row kSettings[] = {
    {"EnvironmentBeforeFile",
     "os.environ['APP_A'] = 'env'\nclass S(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix='APP_', "
     "env_file='.env')\n    a: str\n    b: int\n    l: List[str]\n    c: str = "
     "'default'\nprint(S())\nprint(S(a='given'))\n",
     "a='env' b=2 l=['x', 'y'] c='default'\na='given' b=2 l=['x', 'y'] c='default'\n"},
    {"NestedAndAlias",
     "os.environ['DB__HOST'] = 'h'\nos.environ['DB__PORT'] = '1'\nos.environ['URL2'] = 'u'\nclass Db(BaseModel):\n"
     "    host: str\n    port: int = 5432\nclass S(BaseSettings):\n"
     "    model_config = SettingsConfigDict(env_nested_delimiter='__')\n    db: Db\n"
     "    url: str = Field(validation_alias=AliasChoices('URL1', 'URL2'))\nprint(S())\n",
     "db=Db(host='h', port=1) url='u'\n"},
    {"OldConfig",
     "class S(BaseSettings):\n    app_a: str\n    app_b: str = Field('', env='APP_B')\n    class Config:\n"
     "        env_file = '.env'\n        extra = 'ignore'\n        case_sensitive = False\nprint(S())\n",
     "app_a='file' app_b='2'\n"},
    {"MissingAndExtra",
     "class S(BaseSettings):\n    model_config = SettingsConfigDict(env_file='.env')\n    app_a: str\n    app_b: int\n"
     "    need: int\ntry:\n    S()\nexcept ValidationError as error:\n    print(error)\n",
     "2 validation errors for S\nneed\n  Field required [type=missing, input_value={'app_a': 'file', 'app_b'...'"
     ", 'app_l': '[\"x\",\"y\"]'}, input_type=dict]\napp_l\n  Extra inputs are not permitted [type=extra_forbidden, "
     "input_value='[\"x\",\"y\"]', input_type=str]\n"},
    {"ChosenSources",
     "os.environ['APP_A'] = 'env'\nclass S(BaseSettings):\n    app_a: str = 'd'\n    @classmethod\n"
     "    def settings_customise_sources(cls, settings_cls, init_settings, env_settings, dotenv_settings, "
     "file_secret_settings):\n        return (init_settings,)\nprint(S())\n",
     "app_a='d'\n"},
};

TEST(PydanticSettings, ReadWhatPydanticSettingsDoes) {
  ExpectOutputs(kSettings, kSettingsImports, "APP_A=file\nAPP_B=2\nAPP_L=[\"x\",\"y\"]\n");
}

}  // namespace
}  // namespace limbeck::pymodules
