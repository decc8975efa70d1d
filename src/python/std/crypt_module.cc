#include <crypt.h>

#include "python/std/modules.h"
#include "python/std/native_tools.h"

// bcrypt, and the native half of passlib: password hashes of the system's libcrypt.

namespace limbeck::python {
namespace {

/// crypt(): empty for a setting that libcrypt does not take.
std::string Crypt(const std::string& password, const std::string& setting) {
  crypt_data data{};
  const char* hash = crypt_r(password.c_str(), setting.c_str(), &data);
  return hash == nullptr || hash[0] == '*' ? "" : hash;
}

/// A setting with a new salt: prefix, rounds and what chance gives.
std::string MakeSetting(Interpreter& interpreter, const std::string& prefix, unsigned long rounds) {
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  const std::string random = RandomBytes(interpreter, 16);
  const char* made =
      crypt_gensalt_rn(prefix.c_str(), rounds, random.data(), static_cast<int>(random.size()), setting, sizeof setting);
  return made == nullptr ? "" : made;
}

std::string ReadBytes(Arguments& arguments, const char* name) {
  const Value given = arguments.Required(name);
  if (Cast<StrObject>(given) != nullptr) RaiseTypeError("Strings must be encoded before hashing");
  return RequireBytes(given);
}

Value GenSalt(Interpreter& interpreter, Arguments& arguments) {
  const int64_t rounds = arguments.Int("rounds", 12);
  const Value prefix = arguments.Optional("prefix");
  arguments.Finish();
  const std::string kind = prefix.is_empty() ? "2b" : RequireBytes(prefix);
  if (kind != "2a" && kind != "2b") RaiseValueError("Supported prefixes are b'2a' or b'2b'");
  if (rounds < 4 || rounds > 31) RaiseValueError("Invalid rounds");
  return MakeBytes(MakeSetting(interpreter, "$" + kind + "$", static_cast<unsigned long>(rounds)));
}

std::string HashPassword(const std::string& password, const std::string& salt) {
  if (password.find('\0') != std::string::npos) RaiseValueError("password may not contain NUL bytes");
  const std::string hash = salt.starts_with("$2") ? Crypt(password, salt) : "";
  if (hash.empty()) RaiseValueError("Invalid salt");
  return hash;
}

Value HashPw(Interpreter&, Arguments& arguments) {
  const std::string password = ReadBytes(arguments, "password");
  const std::string salt = ReadBytes(arguments, "salt");
  arguments.Finish();
  return MakeBytes(HashPassword(password, salt));
}

/// Without stopping at the first byte that differs.
bool AreEqual(std::string_view one, std::string_view two) {
  if (one.size() != two.size()) return false;
  int difference = 0;
  for (size_t i = 0; i < one.size(); ++i) difference |= one[i] ^ two[i];
  return difference == 0;
}

Value CheckPw(Interpreter&, Arguments& arguments) {
  const std::string password = ReadBytes(arguments, "password");
  const std::string hash = ReadBytes(arguments, "hashed_password");
  arguments.Finish();
  return Value::Bool(AreEqual(HashPassword(password, hash), hash));
}

/// crypt(password, setting) and setting(prefix, rounds), for any kind of hash; None when libcrypt has no such kind.
Value CryptAny(Interpreter&, Arguments& arguments) {
  const std::string password = arguments.String("password");
  const std::string setting = arguments.String("setting");
  arguments.Finish();
  const std::string hash = Crypt(password, setting);
  return hash.empty() ? Value::None() : MakeStr(hash);
}

Value SettingOf(Interpreter& interpreter, Arguments& arguments) {
  const std::string prefix = arguments.String("prefix");
  const int64_t rounds = arguments.Int("rounds");
  arguments.Finish();
  const std::string setting = MakeSetting(interpreter, prefix, static_cast<unsigned long>(rounds));
  return setting.empty() ? Value::None() : MakeStr(setting);
}

constexpr NativeFunction kBcryptFunctions[] = {{"gensalt", GenSalt}, {"hashpw", HashPw}, {"checkpw", CheckPw}};
constexpr NativeFunction kCryptFunctions[] = {{"crypt", CryptAny}, {"setting", SettingOf}};

}  // namespace

void FillBcrypt(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kBcryptFunctions);
}

void FillCrypt(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kCryptFunctions);
}

}  // namespace limbeck::python
