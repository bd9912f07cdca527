package org.ecsdelivery.sandbox.teamcity;

import jetbrains.buildServer.serverSide.TeamCityNode;
import jetbrains.buildServer.serverSide.TeamCityNodes;

/** The only server there is, which is therefore the main one. */
record OnlyNode() implements TeamCityNode {
    static final TeamCityNodes NODES = OnlyNode::new;

    @Override
    public String getId() {
        return "sandbox";
    }

    @Override
    public boolean isMainNode() {
        return true;
    }
}
