"""SQL functions that have a name of their own beside `func`."""

from sqlalchemy import func
from sqlalchemy._class_names import FunctionElement, GenericFunction

array_agg = func.array_agg
char_length = func.char_length
coalesce = func.coalesce
concat = func.concat
count = func.count
cube = func.cube
current_date = func.current_date
current_time = func.current_time
current_timestamp = func.current_timestamp
current_user = func.current_user
localtime = func.localtime
localtimestamp = func.localtimestamp
max = func.max
min = func.min
now = func.now
percentile_cont = func.percentile_cont
percentile_disc = func.percentile_disc
random = func.random
rank = func.rank
session_user = func.session_user
string_agg = func.string_agg
sum = func.sum
sysdate = func.sysdate
user = func.user
