"""What is measured, and on what: a register of steps times cases.

May import onetext. Start at ``registry``; a new measurement is one function in the file of its noun.
"""
