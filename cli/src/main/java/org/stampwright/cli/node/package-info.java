/**
 * Payara Micro instances: their settings and the folders they run in. Every instance has a copy of one template folder
 * and starts in it with the same relative paths. The deployments of an earlier run are deleted first, because Micro
 * would deploy them a second time.
 */
package org.stampwright.cli.node;
