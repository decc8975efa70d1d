#include <fmt/format.h>

#include "base/text.h"
#include "python/std/digest.h"
#include "python/std/hexadecimal.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/std/scrypt.h"

namespace limbeck::python {
namespace {

struct HashState : NativeState {
  explicit HashState(std::unique_ptr<Digest> made) : digest(std::move(made)) {}
  std::unique_ptr<Digest> digest;
};

Digest& Self(Arguments& arguments) {
  return *StateOf<HashState>(arguments.Self())->digest;
}

/// The bytes to be hashed; a str is refused as CPython refuses it.
std::string ReadData(const Value& data) {
  if (Cast<StrObject>(data) != nullptr) RaiseTypeError("Strings must be encoded before hashing");
  std::optional<std::string> bytes = BytesOf(data);
  if (!bytes) RaiseTypeError("object supporting the buffer API required");
  return std::move(*bytes);
}

Value Update(Interpreter&, Arguments& arguments) {
  Digest& digest = Self(arguments);
  digest.Update(ReadData(arguments.Required("obj")));
  arguments.Finish();
  return Value::None();
}

Value DigestBytes(Interpreter&, Arguments& arguments) {
  return MakeBytes(Self(arguments).Value());
}
Value HexDigest(Interpreter&, Arguments& arguments) {
  return MakeStr(ToHex(Self(arguments).Value()));
}

const TypeObject* HashType();

Value MakeHash(std::unique_ptr<Digest> digest) {
  return MakeInstance(HashType(), std::make_unique<HashState>(std::move(digest)));
}

Value Copy(Interpreter&, Arguments& arguments) {
  return MakeHash(Self(arguments).Copy());
}

const Digest& DigestIn(const Value& self) {
  return *StateOf<HashState>(self)->digest;
}
Value Name(Interpreter&, const Value& self) {
  return MakeStr(DigestIn(self).name());
}
Value Size(Interpreter&, const Value& self) {
  return Value::Int(static_cast<int64_t>(DigestIn(self).size()));
}
Value BlockSize(Interpreter&, const Value& self) {
  return Value::Int(static_cast<int64_t>(DigestIn(self).block_size()));
}

constexpr NativeMethod kMethods[] = {
    {"update", Update}, {"digest", DigestBytes}, {"hexdigest", HexDigest}, {"copy", Copy}};
constexpr NativeProperty kProperties[] = {{"name", Name}, {"digest_size", Size}, {"block_size", BlockSize}};

const TypeObject* HashType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = RefuseToMake;
    return MakeNativeType(
        {.name = "HASH", .module = "_hashlib", .methods = kMethods, .properties = kProperties, .slots = slots});
  }();
  return kType;
}

Value Start(std::unique_ptr<Digest> digest, const Value& data) {
  if (!data.is_empty()) digest->Update(ReadData(data));
  return MakeHash(std::move(digest));
}

std::unique_ptr<Digest> RequireDigest(const std::string& name) {
  std::string known = ReplaceAll(ToLower(name), "-", name.starts_with("sha3") ? "_" : "");
  std::unique_ptr<Digest> digest = MakeDigest(known);
  if (!digest) RaiseValueError("unsupported hash type " + name);
  return digest;
}

Value New(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  const Value data = arguments.Optional("data");
  arguments.Keyword("usedforsecurity");
  arguments.Finish();
  return Start(RequireDigest(name), data);
}

/// sha256(data=b"", *, usedforsecurity=True)
Value Constructor(const std::string& name) {
  return MakeFunction(name, [name](Interpreter&, Arguments& arguments) {
    const Value data = arguments.Optional("string");
    arguments.Keyword("usedforsecurity");
    arguments.Finish();
    return Start(MakeDigest(name), data);
  });
}

std::string ReadLimited(Arguments& arguments, const char* name, size_t most) {
  const Value given = arguments.Keyword(name);
  const std::string bytes = given.is_empty() ? "" : RequireBytes(given);
  if (bytes.size() > most) RaiseValueError(fmt::format("maximum {} length is {} bytes", name, most));
  return bytes;
}

Value Blake2Function(bool is_short) {
  return MakeFunction(is_short ? "blake2s" : "blake2b", [is_short](Interpreter&, Arguments& arguments) {
    const Value data = arguments.Optional("data");
    const int64_t longest = is_short ? 32 : 64;
    Blake2Parameters parameters;
    parameters.is_short = is_short;
    const int64_t size = arguments.KeywordInt("digest_size").value_or(longest);
    if (size < 1 || size > longest) {
      RaiseValueError(fmt::format("digest_size for {} must be between 1 and {} bytes, here it is {}",
                                  is_short ? "Blake2s" : "Blake2b", longest, size));
    }
    parameters.size = static_cast<size_t>(size);
    parameters.key = ReadLimited(arguments, "key", static_cast<size_t>(longest));
    parameters.salt = ReadLimited(arguments, "salt", static_cast<size_t>(longest / 4));
    parameters.person = ReadLimited(arguments, "person", static_cast<size_t>(longest / 4));
    arguments.Keyword("usedforsecurity");
    arguments.Finish();
    return Start(MakeBlake2(parameters), data);
  });
}

Value Pbkdf2Hmac(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("hash_name");
  const std::string password = RequireBytes(arguments.Required("password"));
  const std::string salt = RequireBytes(arguments.Required("salt"));
  const int64_t rounds = arguments.Int("iterations");
  const int64_t length = arguments.OptionalInt("dklen").value_or(static_cast<int64_t>(RequireDigest(name)->size()));
  arguments.Finish();
  if (rounds < 1) RaiseValueError("iteration value must be greater than 0.");
  if (length < 1) RaiseValueError("key length must be greater than 0.");
  return MakeBytes(
      Pbkdf2(RequireDigest(name)->name(), password, salt, static_cast<size_t>(rounds), static_cast<size_t>(length)));
}

size_t RequireKeywordSize(Arguments& arguments, const char* name, int64_t least) {
  const std::optional<int64_t> given = arguments.KeywordInt(name);
  if (!given) RaiseTypeError(fmt::format("{} is required and must be an unsigned int", name));
  if (*given < least) RaiseValueError(fmt::format("{} must be at least {}", name, least));
  return static_cast<size_t>(*given);
}

/// scrypt(password, *, salt, n, r, p, maxmem=0, dklen=64)
Value ScryptFunction(Interpreter&, Arguments& arguments) {
  constexpr int64_t kLength = 64;
  constexpr size_t kMostMemory = 32 * 1024 * 1024;
  const std::string password = RequireBytes(arguments.Required("password"));
  const Value salt = arguments.Keyword("salt");
  if (salt.is_empty()) RaiseTypeError("salt is required");
  ScryptCost cost;
  cost.n = RequireKeywordSize(arguments, "n", 2);
  if ((cost.n & (cost.n - 1)) != 0) RaiseValueError("n must be a power of 2");
  cost.r = RequireKeywordSize(arguments, "r", 1);
  cost.p = RequireKeywordSize(arguments, "p", 1);
  const int64_t most = arguments.KeywordInt("maxmem").value_or(0);
  const int64_t length = arguments.KeywordInt("dklen").value_or(kLength);
  arguments.Finish();
  if (length < 1) RaiseValueError("dklen must be greater than 0");
  const size_t limit = most > 0 ? static_cast<size_t>(most) : kMostMemory;
  if (cost.n > limit / 128 / cost.r || 128 * cost.r * (cost.n + cost.p) > limit) {
    RaiseValueError("Invalid parameter combination for n, r, p, maxmem.");
  }
  return MakeBytes(Scrypt(password, RequireBytes(salt), cost, static_cast<size_t>(length)));
}

constexpr NativeFunction kFunctions[] = {{"new", New}, {"pbkdf2_hmac", Pbkdf2Hmac}, {"scrypt", ScryptFunction}};

}  // namespace

void FillHashlib(Interpreter& interpreter, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  auto names = Make<SetObject>();
  for (const std::string& name : DigestNames()) {
    AddValue(module, name, Constructor(name));
    names->table.Set(interpreter, MakeStr(name), Value::None());
  }
  AddValue(module, "blake2b", Blake2Function(false));
  AddValue(module, "blake2s", Blake2Function(true));
  AddValue(module, "algorithms_available", names);
  AddValue(module, "algorithms_guaranteed", names);
}

}  // namespace limbeck::python
