/** The {@code keeling} command: every role by itself, and everything in one process. */
package io.keeling.app;
