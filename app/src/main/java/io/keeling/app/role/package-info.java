/** Starts the roles and serves their health and metrics. */
@NullMarked
package io.keeling.app.role;

import org.jspecify.annotations.NullMarked;
