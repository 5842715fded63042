"""The rooms of the courseware; upper rooms import lower ones, never back."""
