package org.stampwright.architecture.violating.faults;

/** A fault that a feature injects. */
public class Fault {}
