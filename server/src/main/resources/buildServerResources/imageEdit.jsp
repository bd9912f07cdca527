<%@ include file="taglibs.jspf" %>
<jsp:useBean id="form" class="org.ecsdelivery.server.ImageForm"/>
<%@ include file="edit.jspf" %>
<%-- the paths above start there; TeamCity draws this row itself, among the advanced ones --%>
<props:workingDirectory/>
