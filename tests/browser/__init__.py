"""Tests that look at pages in a browser. A package, so that its conftest is not taken for the one of the other tests."""
