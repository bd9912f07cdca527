<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.CoverageForm"/>
<%@ include file="edit.jspf" %>
