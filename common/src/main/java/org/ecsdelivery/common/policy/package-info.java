/** What a project demands of deployments: policies, what they come to together, and how they are handed to the agent. */
@NullMarked
package org.ecsdelivery.common.policy;

import org.jspecify.annotations.NullMarked;
