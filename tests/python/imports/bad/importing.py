import no_such.deeper.module as x
