# Attributes of instances and of classes, methods and properties.
class Account:
    rate = 3

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.moves = 0

    @property
    def is_rich(self):
        return self.balance > 1000

    def move(self, amount):
        self.balance += amount * self.rate
        self.moves += 1
        return self


rich = 0
accounts = [Account("owner %d" % i, i) for i in range(100)]
for turn in range(1000):
    for account in accounts:
        account.move(turn % 5 - 2)
        if account.is_rich:
            rich += 1
print(rich, sum(account.moves for account in accounts))
