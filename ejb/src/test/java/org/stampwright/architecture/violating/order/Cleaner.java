package org.stampwright.architecture.violating.order;

import jakarta.ejb.Schedule;

/** Is scheduled, but no job. */
public class Cleaner {

    @Schedule
    void clean() {}
}
