/** The settings of the desk. */
@NullMarked
package io.keeling.desk.config;

import org.jspecify.annotations.NullMarked;
