# A name that one of Limbeck's own modules lacks is refused by its name; asking whether it is there is no fault.
import json

print(hasattr(json, "no_such_name"), getattr(json, "no_such_name", "nothing"))  # expect: False nothing
try:
    json.no_such_name
except AttributeError as error:
    print(error)  # expect: module 'json' has no attribute 'no_such_name'
# expect refusal: 'no_such_name' of module 'json' is not available in Limbeck
json.no_such_name
