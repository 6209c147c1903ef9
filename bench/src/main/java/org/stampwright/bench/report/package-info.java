/** Figures as Markdown. */
package org.stampwright.bench.report;
