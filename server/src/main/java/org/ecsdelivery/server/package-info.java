/** The TeamCity server half: the two steps as a settings page knows them. */
@NullMarked
package org.ecsdelivery.server;

import org.jspecify.annotations.NullMarked;
