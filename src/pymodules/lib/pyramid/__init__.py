"""Of Pyramid: the settings of an application, as its ini file has them."""
