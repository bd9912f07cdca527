<%@ include file="/include-internal.jsp" %>
<%@ taglib prefix="props" tagdir="/WEB-INF/tags/props" %>
<tr><th><label for="do">Do:</label></th><td><props:textProperty name="do"/><span class="error" id="error_do"></span></td></tr>
<tr class="advancedSetting"><th><label for="secure:key">Key:</label></th><td><props:passwordProperty name="secure:key"/></td></tr>
